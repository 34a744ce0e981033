import { describe, expect, test } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { render as slack } from '../../src/adapters/slack/render/render.ts';
import { render as teams } from '../../src/adapters/teams/render/render.ts';
import { type Conversation, placeOf } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { baseOf, languages, otherLanguages } from '../../src/bot/languages.ts';
import type { Language } from '../../src/bot/types.ts';
import { apart, choicesOf, commands } from '../../src/bot/view/choices.ts';
import { show } from '../../src/bot/view/index.ts';
import type { Prompt } from '../../src/flows/context.ts';
import { intents, type Reading, recipients, topics } from '../../src/flows/events.ts';
import { slotNames, slots } from '../../src/flows/facts.ts';
import { question } from '../../src/flows/questions.ts';
import { promptOf, type Snapshot, step } from '../../src/flows/session.ts';
import { textsOf } from '../content/texts.ts';
import { partsOf } from '../teams/check.ts';
import { places } from './places.ts';

const contacts = readContacts(exampleContacts);
/** The same places, where the person is asked which of three readings they meant. */
const doubting = places.flatMap(({ snapshot }) => {
  const candidates: readonly Reading[] = [
    { facts: { message: 'cannot-reach' } },
    { facts: { part: 'maker-board' } },
    { topic: 'privacy' },
  ];
  const asked = step(snapshot, { type: 'unclear', candidates }).snapshot;
  return asked.context.candidates.length > 0 ? [asked] : [];
});
const snapshots = [...places.map(({ snapshot }) => snapshot), ...doubting];
const most: Readonly<Record<Language, number>> = { ja: 12, 'ja-easy': 12, en: 24 };
/** The length of a label: in Japanese a half-width character counts half. */
const lengthOf = (label: string, language: Language): number =>
  baseOf(language) === 'ja' ? [...label].reduce((sum, one) => sum + (one <= '\u007f' ? 0.5 : 1), 0) : label.length;
const readings: readonly Reading[] = [
  ...slotNames.flatMap((slot) => slots[slot].map((value) => ({ facts: { [slot]: value } }))),
  ...intents.flatMap((intent) => (textsOf('ja').has(`facts:intents.${intent}`) ? [{ intent }] : [])),
  ...topics.map((topic) => ({ topic })),
];

describe.each(languages)('the buttons in %s', (language) => {
  const words = wordsIn(language);
  const talks = snapshots.map(
    (snapshot): Conversation => ({ language, languageChosen: false, assisted: true, snapshot, lead: [] }),
  );
  const shown = talks.map((talk) => ({
    talk,
    choices: choicesOf(talk.snapshot, words),
    place: placeOf(talk.snapshot),
  }));
  const wrong = (isWrong: (one: (typeof shown)[number]) => boolean) => [
    ...new Set(shown.filter(isWrong).map(({ place }) => place)),
  ];
  const ids = ({ choices }: (typeof shown)[number]) => choices.map(({ id }) => id);

  test('the places walked are of every kind, and some of them ask what was meant', () => {
    const kinds = new Set(places.map(({ prompt }) => prompt.kind));
    expect([...kinds].sort()).toEqual(
      ['advice', 'check', 'closed', 'form', 'list', 'question', 'recipient', 'step', 'stuck'].sort(),
    );
    expect(doubting.length).toBeGreaterThan(100);
  });

  test('every view has at most five answers, and at most five commands after them', () => {
    const crowded = wrong(({ choices }) => {
      const { answers, after } = apart(choices);
      return answers.length > 5 || after.length > 5;
    });
    expect(crowded).toEqual([]);
  });

  test('“the last one” is the last answer, and a number beyond the answers is none', () => {
    const [{ talk, choices }] = shown as [(typeof shown)[number]];
    const last = apart(choices).answers.at(-1)?.id ?? '';
    const said = (text: string) => advance(talk, { type: 'text', text }).snapshot.context.facts;
    const pressed = advance(talk, { type: 'choice', to: placeOf(talk.snapshot), choice: last });
    expect(said(language === 'ja' ? '最後のもの' : 'the last one')).toEqual(pressed.snapshot.context.facts);
    expect(said(`${apart(choices).answers.length + 1}`)).toEqual({});
  });

  test('a message in Slack has at most five buttons and one menu of at most five entries, and nothing that a view offers is left out', () => {
    const crowded = talks.filter((talk) => {
      const outgoing = show(talk, contacts);
      const elements = slack(outgoing, 'x', language).blocks.flatMap((block) =>
        block.type === 'actions' ? block.elements : [],
      );
      const menus = elements.flatMap((one) => (one.type === 'overflow' ? [one.options] : []));
      const buttons = elements.filter(({ type }) => type === 'button');
      const pressed = JSON.stringify(elements);
      return (
        buttons.length > 5 ||
        menus.length > 1 ||
        menus.some((options) => options.length > 5) ||
        outgoing.view.choices.some(({ id }) => !pressed.includes(` ${id}"`)) ||
        (menus.flat().length < 5 && otherLanguages(language).some(({ id }) => !pressed.includes(` ${id}"`)))
      );
    });
    expect(crowded.map(({ snapshot }) => placeOf(snapshot))).toEqual([]);
  });

  test('a card in Teams has at most five buttons and five entries in the menu, and nothing that a view offers is left out', () => {
    const crowded = talks.filter((talk) => {
      const outgoing = show(talk, contacts);
      const actions = partsOf(teams(outgoing, language, null)).filter(({ type }) => type === 'Action.Execute');
      const more = actions.filter(({ mode }) => mode === 'secondary');
      const pressed = JSON.stringify(actions);
      return (
        actions.length - more.length > 5 ||
        more.length > 5 ||
        outgoing.view.choices.some(
          ({ id }) => !(pressed.includes(`"choice":"${id}"`) || (id === 'skip' && outgoing.view.form !== null)),
        )
      );
    });
    expect(crowded.map(({ snapshot }) => placeOf(snapshot))).toEqual([]);
  });

  test('no label of a button is longer than 12 full-width or 24 Latin characters', () => {
    const texts = [...textsOf(language)].filter(([key]) =>
      /^choices:|^questions:\w+\.options|^handover:recipients|^readings:/.test(key),
    );
    const [first] = snapshots as [Snapshot];
    const meant = readings.flatMap((reading) => {
      const doubt = { ...first, context: { ...first.context, candidates: [reading] } } as Snapshot;
      return choicesOf(doubt, words).map(({ id, label }) => [`${JSON.stringify(reading)} ${id}`, label] as const);
    });
    const long = [
      ...texts,
      ...meant,
      ...shown.flatMap(({ choices }) => choices.map(({ id, label }) => [id, label] as const)),
    ]
      .filter(([, label]) => lengthOf(label, language) > (most[language] ?? 24))
      .map(([key, label]) => `${key}: ${label}`);
    expect(meant.length).toBeGreaterThan(200);
    expect([...new Set(long)]).toEqual([]);
  });

  test('nothing is offered that the state machine does not accept', () => {
    const isEvent = (id: string, prompt: Prompt) =>
      !(
        id.startsWith('reading-') ||
        recipients.some((recipient) => recipient === id) ||
        (prompt.kind === 'question' && id in question(prompt.id).options)
      );
    const refused = wrong(({ talk: { snapshot }, choices }) =>
      choices.some(({ id }) => isEvent(id, promptOf(snapshot)) && !snapshot.can({ type: id } as never)),
    );
    expect(refused).toEqual([]);
  });

  test('“don’t know” is offered only where something is asked that one may not know', () => {
    expect(
      wrong((one) => {
        const { kind } = promptOf(one.talk.snapshot);
        const asked = (kind === 'question' || kind === 'recipient') && one.place !== 'clarify';
        return ids(one).includes('dont-know') !== asked;
      }),
    ).toEqual([]);
  });

  test('“back” is offered exactly where it leads back', () => {
    const vain = ['nothing-back', 'enough-retries'];
    const leads = ({ talk }: (typeof shown)[number]) => {
      const { snapshot, lead } = advance(talk, { type: 'choice', to: placeOf(talk.snapshot), choice: 'back' });
      const refused = lead.some((said) => 'say' in said && vain.includes(said.say));
      const { trail } = talk.snapshot.context;
      return !refused && (placeOf(snapshot) !== placeOf(talk.snapshot) || snapshot.context.trail.length < trail.length);
    };
    expect(wrong((one) => one.place !== 'clarify' && ids(one).includes('back') !== leads(one))).toEqual([]);
    expect(wrong((one) => one.place === 'clarify' && ids(one).includes('back'))).toEqual([]);
  });

  test('every place offers a way out: a person, or at the end a way to go on', () => {
    const persons: readonly string[] = ['human', ...recipients];
    const onward: readonly string[] = ['not-solved', 'continue', 'other-recipient', 'restart'];
    const stuck = wrong((one) => {
      const { kind } = promptOf(one.talk.snapshot);
      // The form is a message to a person.
      return (
        kind !== 'form' && !ids(one).some((id) => persons.includes(id) || (kind === 'closed' && onward.includes(id)))
      );
    });
    expect(stuck).toEqual([]);
  });

  test('the label of every command means the same when it is typed, offered or not', () => {
    const seen = new Map(shown.map((one) => [JSON.stringify([one.place, ids(one)]), one]));
    const misread = [...seen.values()].flatMap(({ talk, place }) => {
      if (place === 'clarify') return [];
      return [...commands, 'cancel' as const].flatMap((id) => {
        if (!talk.snapshot.can({ type: id })) return [];
        const typed = advance(talk, { type: 'text', text: words.text(`choices:${id}`) });
        const pressed = advance(talk, { type: 'choice', to: place, choice: id });
        return placeOf(typed.snapshot) === placeOf(pressed.snapshot) &&
          JSON.stringify(typed.snapshot.context) === JSON.stringify(pressed.snapshot.context)
          ? []
          : [`${place} ${id}: ${placeOf(typed.snapshot)} instead of ${placeOf(pressed.snapshot)}`];
      });
    });
    expect([...new Set(misread)]).toEqual([]);
  });

  test('the label of every answer, typed, is the answer', () => {
    const seen = new Map(shown.map((one) => [JSON.stringify([one.place, ids(one)]), one]));
    const misread = [...seen.values()].flatMap(({ talk, choices, place }) =>
      apart(choices).answers.flatMap(({ id, label }) => {
        const typed = advance(talk, { type: 'text', text: label });
        const pressed = advance(talk, { type: 'choice', to: place, choice: id });
        return JSON.stringify(typed.snapshot.context) === JSON.stringify(pressed.snapshot.context) &&
          placeOf(typed.snapshot) === placeOf(pressed.snapshot)
          ? []
          : [`${place} ${id}: ${placeOf(typed.snapshot)} instead of ${placeOf(pressed.snapshot)}`];
      }),
    );
    expect([...new Set(misread)]).toEqual([]);
  });
});
