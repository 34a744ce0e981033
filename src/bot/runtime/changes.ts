import type { Outcome, Prompt } from '../../flows/context.ts';
import type { Recipient } from '../../flows/events.ts';
import type { ListId } from '../../flows/lists.ts';
import { addresseeOf } from '../../flows/recipient.ts';
import { placeOf } from '../conversation/conversation.ts';
import { isSolved } from '../conversation/relay.ts';
import type { Input } from '../types.ts';
import { isOverheard } from './handed-over.ts';
import type { understandings } from './metric-definitions.ts';
import type { ConversationRecord } from './record.ts';
import { fromSnapshot } from './snapshot.ts';
import { allDesks } from './tickets.ts';
import { waitingIn } from './to-propose.ts';

/** A change of a case that is counted: that it was begun, its moves from place to place, its lists, its ends, how a message was heard and what was asked about, a letter handed over, the answer of a desk and the seconds that it took, a rating. */
export type Change =
  | { readonly kind: 'begun' }
  | { readonly kind: 'moved'; readonly from: string; readonly to: string }
  | { readonly kind: 'given' | 'fixed'; readonly list: ListId }
  | { readonly kind: 'ended'; readonly outcome: Outcome | 'idle' | 'solved_by_desk'; readonly from: string }
  | { readonly kind: 'heard'; readonly result: (typeof understandings)[number]; readonly from: string }
  | { readonly kind: 'asked'; readonly reading: string; readonly from: string }
  | { readonly kind: 'handed'; readonly to: Recipient }
  | { readonly kind: 'answered'; readonly desk: string; readonly seconds: number }
  | { readonly kind: 'rated'; readonly rating: 'good' | 'bad' };

/** Returns what a turn changed of a case. `before`: undefined if the turn began the conversation; `input`: undefined where it was a picture or a file that was read. */
export function changesIn(
  before: ConversationRecord | undefined,
  after: ConversationRecord,
  input: Input | undefined,
): readonly Change[] {
  // A message about which a language model is asked is counted once it is answered.
  if (before !== undefined && waitingIn(after) !== undefined && waitingIn(before) === undefined) return [];
  const isNew = before === undefined || says(after, 'new-case');
  const from = isNew ? '' : placeIn(before);
  const to = placeIn(after);
  const shown = isNew ? [] : before.talk.flow.keep.shown;
  const lists = after.talk.flow.keep.shown.filter((list) => !shown.includes(list));
  const outcome = endOf(after);
  const ends = outcome !== undefined && outcome !== (isNew ? undefined : endOf(before));
  return [
    ...(isNew ? [{ kind: 'begun' } as const] : []),
    ...heardIn(before, after, input),
    ...(from === to ? [] : [{ kind: 'moved', from, to } as const]),
    ...lists.map((list) => ({ kind: 'given', list }) as const),
    ...(before === undefined ? [] : atDesk(before, after)),
    ...fixedIn(before, after),
    ...(ends ? [{ kind: 'ended', outcome, from } as const] : []),
    ...(ends && outcome === 'escalated' ? [{ kind: 'handed', to: addresseeIn(after) } as const] : []),
    ...ratedBy(input),
  ];
}

/** Returns what timers changed of a case: that it was closed after a long silence. */
export const changesByTime = (before: ConversationRecord, after: ConversationRecord): readonly Change[] =>
  endOf(before) === undefined && endOf(after) !== undefined
    ? [
        { kind: 'moved', from: placeIn(before), to: 'closed.idle' },
        { kind: 'ended', outcome: 'idle', from: placeIn(before) },
      ]
    : [];

/** Returns what became of a message, and the readings that the person is asked about. */
function heardIn(
  before: ConversationRecord | undefined,
  after: ConversationRecord,
  input: Input | undefined,
): readonly Change[] {
  const isText = input !== undefined && (input.type === 'text' || input.type === 'edit') && input.text.trim() !== '';
  if (!isText || waitingIn(after) !== undefined) return [];
  const from = before === undefined ? '' : placeIn(before);
  const result = understoodAs(before, after);
  if (result !== 'asked') return [{ kind: 'heard', result, from }];
  const { candidates } = fromSnapshot(after.talk).snapshot.context;
  const readings = new Set(candidates.flatMap(labelsOf));
  return [
    { kind: 'heard', result, from },
    ...[...readings].map((reading) => ({ kind: 'asked', reading, from }) as const),
  ];
}

/** Returns the labels of a reading: `origin=used`, `intent=human`, `topic=cost`. An error code is none. */
function labelsOf(reading: ReturnType<typeof fromSnapshot>['snapshot']['context']['candidates'][number]) {
  if ('intent' in reading) return [`intent=${reading.intent}`];
  if ('topic' in reading) return [`topic=${reading.topic}`];
  return Object.entries(reading.facts)
    .filter(([slot]) => slot !== 'errorCodes')
    .map(([slot, value]) => `${slot}=${value}`);
}

function understoodAs(
  before: ConversationRecord | undefined,
  after: ConversationRecord,
): (typeof understandings)[number] {
  if (isOverheard(before, after) || says(after, 'passed-on')) return 'passed_on';
  const { candidates, misses } = fromSnapshot(after.talk).snapshot.context;
  if (candidates.length > 0) return 'asked';
  const missed = before === undefined ? 0 : fromSnapshot(before.talk).snapshot.context.misses;
  return misses > missed ? 'not_understood' : 'accepted';
}

/** Returns the list at which a case was solved. */
function fixedIn(before: ConversationRecord | undefined, after: ConversationRecord): readonly Change[] {
  if (before === undefined) return [];
  const list = listAt(before.talk.flow.place);
  const isFixed = list !== undefined && !isSolved(fromSnapshot(before.talk)) && isSolved(fromSnapshot(after.talk));
  return isFixed ? [{ kind: 'fixed', list }] : [];
}

/** Returns what the desk did with a case that waited for it. */
function atDesk(before: ConversationRecord, after: ConversationRecord): readonly Change[] {
  const became = (state: ConversationRecord['handling']['state']) =>
    after.handling.state === state && before.handling.state !== state;
  if (became('solved')) return [{ kind: 'ended', outcome: 'solved_by_desk', from: placeIn(before) }];
  if (!became('answered') || before.handed === 0) return [];
  const seconds = Math.max(0, Math.round((after.handling.at - before.handed) / 1_000));
  return [{ kind: 'answered', desk: allDesks(before)[0] ?? '', seconds }];
}

/** Returns what a person says of the bot. */
function ratedBy(input: Input | undefined): readonly Change[] {
  if (input?.type !== 'choice' || input.to !== 'closed.resolved') return [];
  if (input.choice === 'rate-good') return [{ kind: 'rated', rating: 'good' }];
  return input.choice === 'rate-bad' ? [{ kind: 'rated', rating: 'bad' }] : [];
}

/** Returns the place where a case stands, as a name from a closed set: what is asked about is not part of it. */
function placeIn({ talk }: ConversationRecord): string {
  const place = placeOf(fromSnapshot(talk).snapshot);
  return place.startsWith('clarify.') ? 'clarify' : place;
}

const addresseeIn = ({ talk }: ConversationRecord): Recipient => addresseeOf(fromSnapshot(talk).snapshot.context);

const says = ({ talk }: ConversationRecord, what: string): boolean =>
  talk.lead.some((lead) => 'say' in lead && lead.say === what);
const endOf = ({ talk }: ConversationRecord): Outcome | undefined =>
  talk.flow.place.kind === 'closed' ? talk.flow.place.outcome : undefined;

/** Returns the list that a prompt shows, or asks about; undefined if it is about none. */
function listAt(prompt: Prompt): ListId | undefined {
  switch (prompt.kind) {
    case 'list':
    case 'step':
    case 'stuck':
    case 'check':
      return prompt.id;
    default:
      return undefined;
  }
}
