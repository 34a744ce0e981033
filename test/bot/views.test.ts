import { describe, expect, test } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { type Conversation, placeOf } from '../../src/bot/conversation/conversation.ts';
import { press } from '../../src/bot/conversation/on-choice.ts';
import { languages } from '../../src/bot/languages.ts';
import { show } from '../../src/bot/view/index.ts';
import { asksKms } from '../../src/flows/codes.ts';
import hosts from '../../src/flows/hosts.json' with { type: 'json' };
import { situationIds } from '../../src/flows/situations.ts';
import { named, places } from './places.ts';

const contacts = readContacts(exampleContacts);
test('the places include every situation', () => {
  const seen = named.map(({ prompt }) => ('id' in prompt ? prompt.id : ''));
  expect(seen).toEqual(situationIds);
});

describe.each(languages)('the views in %s', (language) => {
  const talks = places.map(
    ({ snapshot }): Conversation => ({ language, languageChosen: false, assisted: true, snapshot, lead: [] }),
  );
  const views = talks.map((talk) => ({ talk, ...show(talk, contacts) }));

  test('every view has a text without gaps or names of missing texts', () => {
    const speechless = views.filter(({ view }) => view.text === '');
    const words = views.flatMap(({ view, handover }) => [
      view.title,
      view.text,
      ...view.steps,
      ...view.notes,
      ...view.choices.map(({ label }) => label),
      handover?.text ?? '',
    ]);
    expect(speechless.map(({ view }) => view.id)).toEqual([]);
    expect(words.filter((text) => /\{\{|undefined|\[object|^[a-z]+:[a-z]/.test(text))).toEqual([]);
  });

  test('the list about protection, its step about the router, and the message to an IT desk without a server of its own name every host that activation needs', () => {
    const protecting = views.filter(({ talk, view }) => {
      const prompt = placeOf(talk.snapshot);
      return prompt === 'list.P2' || (prompt === 'step.P2' && talk.snapshot.context.step === 3 && view.text !== '');
    });
    const letters = views.flatMap(({ handover, facts }) =>
      handover?.to === 'it-admin' && !asksKms(facts) ? [handover.text] : [],
    );
    const texts = [...protecting.map(({ view }) => view.notes.join('\n')), ...letters];
    expect([protecting.length, letters.length].map((count) => count > 1)).toEqual([true, true]);
    expect(texts.filter((text) => hosts.hosts.some((host) => !text.includes(host)))).toEqual([]);
  });

  test('no view has two buttons with the same label', () => {
    const doubled = views.filter(
      ({ view: { choices } }) => new Set(choices.map(({ label }) => label)).size < choices.length,
    );
    expect(doubled.map(({ view }) => view.id)).toEqual([]);
  });

  test('every button of a view is understood when pressed', () => {
    const dead = views.flatMap(({ talk, view }) =>
      view.choices
        .filter(({ id }) => {
          const { lead, snapshot } = press({ ...talk, lead: [] }, id);
          return (
            lead.some((said) => 'say' in said && (said.say === 'not-a-choice' || said.say === 'rephrase')) ||
            snapshot.context.misses > 0
          );
        })
        .map(({ id }) => `${view.id} ${id}`),
    );
    expect(dead).toEqual([]);
  });
});
