import { describe, expect, test } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import type { Conversation } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { baseOf, languages } from '../../src/bot/languages.ts';
import { show } from '../../src/bot/view/index.ts';
import { sampleOf } from '../../src/bot/view/sample.ts';
import type { Keep } from '../../src/flows/context.ts';
import { listIds } from '../../src/flows/lists.ts';
import { machine } from '../../src/flows/machine.ts';
import { promptOf, start, step } from '../../src/flows/session.ts';
import { situation, situationIds } from '../../src/flows/situations.ts';
import { textsOf } from '../content/texts.ts';
import { walk } from '../flows/walk.ts';

const contacts = readContacts(exampleContacts);
const { nodes } = walk(machine, 0, { first: {}, key: () => '', next: (seen) => seen }, () => undefined);
/** What leads to prompts that the walk does not come by. */
const kept: readonly Partial<Keep>[] = [
  { facts: { origin: 'organization', employment: 'left' } },
  { facts: { data: 'lost' } },
  { facts: { origin: 'personal', message: 'none', data: 'none', recent: 'update' } },
  { facts: { origin: 'personal', reinstall: 'wanted', data: 'none' }, finished: ['U3'] },
  ...situationIds.map((id) => ({
    facts: { origin: 'organization', message: 'none', data: 'none', ...situation(id).evidence[0] } as const,
    finished: listIds.filter((list) => situation(id).first.some((one) => one === list)),
  })),
];
const begun = kept.map((keep) => start(keep).snapshot);
const ended = step(start().snapshot, { type: 'cancel' }).snapshot;
/** One snapshot of every prompt. */
const places = [
  ...new Map(
    [...nodes.map(({ snapshot }) => snapshot), ...begun, ended]
      .filter(({ context }) => context.candidates.length === 0)
      .map((snapshot) => [JSON.stringify([promptOf(snapshot), snapshot.value]), snapshot]),
  ).values(),
];

describe.each(languages)('what may be written, as people are told in %s who were not understood', (language) => {
  const quotation = baseOf(language) === 'ja' ? /「([^」]+)」/g : /“([^”]+)”/g;
  const words = wordsIn(language);

  test('is a sentence of its own for every question and every kind of prompt, and all of them are said', () => {
    const written = [...textsOf(language)].filter(([key]) => key.startsWith('samples:')).map(([, text]) => text);
    expect(new Set(places.map((snapshot) => sampleOf(promptOf(snapshot), words)))).toEqual(new Set(written));
  });

  test('is shown where a message is not understood for the first time', () => {
    const astray = places.filter((snapshot) => {
      const talk: Conversation = {
        language,
        languageChosen: false,
        assisted: true,
        snapshot,
        lead: [{ say: 'rephrase' }],
      };
      return !show(talk, contacts)
        .view.lead.join('')
        .endsWith(sampleOf(promptOf(snapshot), words));
    });
    expect(astray).toEqual([]);
  });

  test('is understood there', () => {
    const lost = places.flatMap((snapshot) => {
      const examples = [...sampleOf(promptOf(snapshot), words).matchAll(quotation)].map(([, said = '']) => said);
      expect(examples).toHaveLength(2);
      return examples
        .filter((text) => {
          const { lead, snapshot: after } = advance(
            { language, languageChosen: false, assisted: true, snapshot, lead: [] },
            { type: 'text', text },
          );
          const side = lead.some((one) => 'answer' in one);
          return after.context.misses > 0 || after.context.candidates.length > 0 || side || after === snapshot;
        })
        .map((text) => `${JSON.stringify(promptOf(snapshot))} ${text}`);
    });
    expect([...new Set(lost)]).toEqual([]);
  });
});
