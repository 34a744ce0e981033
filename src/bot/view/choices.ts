import type { AdviceId } from '../../flows/agenda.ts';
import type { Context, Outcome, Prompt } from '../../flows/context.ts';
import type { Reading } from '../../flows/events.ts';
import type { Facts } from '../../flows/facts.ts';
import { has, list } from '../../flows/lists.ts';
import { question } from '../../flows/questions.ts';
import { recipientsFor } from '../../flows/recipient.ts';
import { promptOf, type Snapshot, step } from '../../flows/session.ts';
import { type AdviceEnd, isSituation, type SituationId, situation } from '../../flows/situations.ts';
import { placeOf } from '../conversation/conversation.ts';
import type { TextKey, Words } from '../i18n.ts';
import { defaultLanguage, entryOf } from '../languages.ts';
import type { Choice } from '../types.ts';
import { factPhrases } from './fact-phrases.ts';

/** The commands that work in every state, in the order in which a view shows those that mean something there after its answers. */
export const commands = ['dont-know', 'help', 'back', 'restart', 'human'] as const satisfies readonly Button[];
type Command = (typeof commands)[number];

type Button = Extract<TextKey, `choices:${string}`> extends `choices:${infer Id}` ? Id : never;
/** A button: the event that it sends, and the key of its label if that differs from the event's name. */
type Offer = readonly [event: string, label?: Button];

const giving: Readonly<Record<'list' | 'step' | 'stuck' | 'check', readonly Offer[]>> = {
  list: [['done'], ['steps'], ['stuck'], ['skip']],
  step: [['next'], ['stuck'], ['all']],
  stuck: [['next'], ['all'], ['skip']],
  check: [['yes', 'solved'], ['not-solved']],
};
const advising: Readonly<Record<Exclude<AdviceId, SituationId>, readonly Offer[]>> = {
  drive: [
    ['yes', 'compose-specialist'],
    ['no', 'drive-fine'],
  ],
  lost: [
    ['yes', 'compose-specialist'],
    ['no', 'nothing-missed'],
  ],
  putback: [
    ['yes', 'put-back'],
    ['stuck', 'cannot-put-back'],
  ],
  wait: [
    ['yes', 'solved'],
    ['done', 'waited'],
  ],
};
/** The buttons of a situation: it is understood, a letter is wanted, or it was something else. */
const naming: Readonly<Record<AdviceEnd, readonly Offer[]>> = {
  'goes-on': [
    ['done', 'understood'],
    ['human', 'compose'],
    ['no', 'something-else'],
  ],
  ends: [
    ['done', 'understood'],
    ['no', 'about-windows'],
  ],
  works: [
    ['done', 'understood'],
    ['no', 'still-shown'],
  ],
};
/** The buttons while the desk has the case. */
const handedOver: readonly Offer[] = [['solved'], ['continue', 'with-bot'], ['withdraw'], ['other-recipient']];
const closing: Readonly<Record<Outcome, readonly Offer[]>> = {
  resolved: [['rate-good'], ['rate-bad'], ['not-solved']],
  escalated: [['solved'], ['continue'], ['other-recipient']],
  cancelled: [['continue']],
};

/** Caches of the buttons of a snapshot: a turn needs those that were shown and those to show, and the next turn needs the latter again. */
const known = new WeakMap<Words, WeakMap<Snapshot, readonly Choice[]>>();

/** Returns the buttons of a state in the order in which they are shown. Only events that the state machine accepts are offered. */
export function choicesOf(snapshot: Snapshot, words: Words): readonly Choice[] {
  const worded = known.get(words) ?? new WeakMap<Snapshot, readonly Choice[]>();
  known.set(words, worded);
  const choices = worded.get(snapshot) ?? makeChoices(snapshot, words);
  worded.set(snapshot, choices);
  return choices;
}

function makeChoices(snapshot: Snapshot, words: Words): readonly Choice[] {
  const prompt = promptOf(snapshot);
  const { candidates } = snapshot.context;
  const own =
    candidates.length > 0
      ? readingChoices(candidates, words)
      : [
          ...(answers(prompt, snapshot.context, words) ??
            offers(prompt, snapshot.context)
              .filter(([event]) => snapshot.can({ type: event } as never))
              .map(([id, name = id as Button]) => button(name, words, id))),
          ...(mayGoOn(snapshot, prompt) ? [button('last-case', words)] : []),
        ];
  const shown = new Set(own.map(({ id }) => id));
  const more = commands.filter((id) => !shown.has(id) && means(id, snapshot, prompt));
  return [...own, ...more.map((id) => button(id, words))];
}

/** Returns the buttons of readings: a yes and a no to what was seen on a picture, else one for each. */
function readingChoices(candidates: readonly Reading[], words: Words): readonly Choice[] {
  const [only, ...more] = candidates;
  if (only !== undefined && more.length === 0 && 'from' in only)
    return [button('yes', words, 'reading-0'), button('not-so', words, 'none-of-these')];
  return [
    ...candidates.map((reading, n) => ({ id: `reading-${n}`, label: buttonOf(reading, words) })),
    button('none-of-these', words),
  ];
}

/** Returns true where going on with the case before is offered, beside the first prompt of a new one. */
const mayGoOn = (snapshot: Snapshot, { kind }: Prompt): boolean =>
  !['recipient', 'form', 'closed'].includes(kind) && snapshot.can({ type: 'last-case' });

/** Returns the buttons of a notice that is heard before the prompt: to go on all the same, to wait, and the commands. */
export function noticeChoices(snapshot: Snapshot, words: Words): readonly Choice[] {
  const prompt = promptOf(snapshot);
  const handing = prompt.kind === 'recipient' || prompt.kind === 'form';
  const more = commands.filter((id) => id !== 'dont-know' && means(id, snapshot, prompt));
  return [
    button(handing ? 'notice-on' : 'notice-steps', words, 'notice-on'),
    button('notice-wait', words),
    ...more.map((id) => button(id, words)),
  ];
}

const button = (name: Button, words: Words, id: string = name): Choice => ({
  id,
  label: words.text(`choices:${name}`),
});

/** Returns the buttons of all commands, wherever they are shown. */
export const commandsIn = (words: Words): readonly Choice[] => commands.map((id) => button(id, words));

/** Returns true where a command means something that none of the answers means. */
function means(command: Command, snapshot: Snapshot, { kind, ...prompt }: Prompt): boolean {
  const doubting = snapshot.context.candidates.length > 0;
  switch (command) {
    case 'dont-know':
      return !doubting && (kind === 'question' || kind === 'recipient');
    case 'back':
      return !doubting && leadsBack(snapshot);
    case 'human':
      // A person is being written to already.
      return (
        doubting ||
        !(kind === 'form' || kind === 'recipient' || ('outcome' in prompt && prompt.outcome === 'escalated'))
      );
    default:
      return true;
  }
}

/** Returns true where there is something to go back to. */
function leadsBack(snapshot: Snapshot): boolean {
  const { snapshot: before } = step(snapshot, { type: 'back' });
  return placeOf(before) !== placeOf(snapshot) || before.context.trail.length < snapshot.context.trail.length;
}

/** Returns the choice of this id that may be pressed in a state: one that is shown, or a command that the state accepts, which an older message may show. Undefined if there is none. */
export function choiceNamed(id: string, snapshot: Snapshot, words: Words): Choice | undefined {
  const shown = choicesOf(snapshot, words).find((choice) => choice.id === id);
  const hidden = [...commands, 'cancel' as const].find((command) => command === id);
  return shown ?? (hidden !== undefined && snapshot.can({ type: hidden }) ? button(hidden, words) : undefined);
}

/** Returns the answers among the choices of a view apart from the commands after them. An answer may be a command under a name of its own. */
export function apart(choices: readonly Choice[]): {
  readonly answers: readonly Choice[];
  readonly after: readonly Choice[];
} {
  const end = choices.findLastIndex(({ id }) => !commands.some((command) => command === id)) + 1;
  return { answers: choices.slice(0, end), after: choices.slice(end) };
}

/** Returns the answers to a question, or the possible recipients of the handover message; undefined at any other prompt. */
function answers(prompt: Prompt, { facts, finished }: Context, words: Words): readonly Choice[] | undefined {
  if (prompt.kind === 'recipient')
    return recipientsFor(facts, finished).map((id) => ({ id, label: words.text(`handover:recipients.${id}`) }));
  if (prompt.kind !== 'question') return undefined;
  const label = (id: string) => words.text(`questions:${prompt.id}.options.${id}` as TextKey);
  return Object.keys(question(prompt.id).options).map((id) => ({ id, label: label(id) }));
}

/** Returns true for a person who is not used to computers, or could not answer a question. */
const isUnsure = (facts: Facts): boolean =>
  facts.reader === 'novice' || Object.values(facts).some((value) => value === 'unknown');

function offers(prompt: Prompt, { facts, atDesk }: Context): readonly Offer[] {
  switch (prompt.kind) {
    case 'check':
      return list(prompt.id).ending === 'saved' ? [['yes'], ['no']] : giving.check;
    case 'list':
      return [
        ...(has(prompt.id, 'writes-message') ? ([['human', 'compose']] as const) : []),
        // Somebody who is not sure gets one step at a time first.
        ...(isUnsure(facts)
          ? giving.list.toSorted(([one], [other]) => Number(other === 'steps') - Number(one === 'steps'))
          : giving.list),
      ];
    case 'step':
    case 'stuck':
      return giving[prompt.kind];
    case 'advice':
      return isSituation(prompt.id) ? naming[situation(prompt.id).end] : advising[prompt.id];
    case 'form':
      return [['skip', 'submit'], ['other-recipient']];
    case 'closed':
      return prompt.outcome === 'escalated' && atDesk ? handedOver : closing[prompt.outcome];
    default:
      return [];
  }
}

/** Returns the words for a reading (one possible meaning of an ambiguous message). */
export function readingLabel(reading: Reading, words: Words): string {
  if ('facts' in reading) return factPhrases(reading.facts, words).join(' ');
  return words.text(
    ('topic' in reading ? `facts:topics.${reading.topic}` : `facts:intents.${reading.intent}`) as TextKey,
  );
}

/** The words for readings that are too long for a button have a short form. */
const short: Readonly<Record<string, Readonly<Record<string, string>>>> = entryOf(defaultLanguage).texts.readings;

/** Returns the label of the button for a reading. */
function buttonOf(reading: Reading, words: Words): string {
  // What else was seen stands in the question.
  if ('from' in reading && reading.facts.errorCodes !== undefined) return reading.facts.errorCodes.join(' ');
  const [[kind, name] = ['', ''], ...more] =
    'facts' in reading
      ? Object.entries(reading.facts)
      : [Object.entries(reading).flatMap(([one, value]) => [`${one}s`, value])];
  const shortened = more.length === 0 && short[String(kind)]?.[String(name)] !== undefined;
  return shortened ? words.text(`readings:${kind}.${name}` as TextKey) : readingLabel(reading, words);
}
