import { promptOf } from '../../flows/session.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { digest } from '../lib/hash.ts';
import type { Incoming } from '../ports.ts';
import { redact } from '../understanding/redact.ts';
import type { Lease } from './deps.ts';
import { append, emptyLane, laneOf, type Propose, untried, withLane } from './lanes.ts';
import type { ConversationRecord } from './record.ts';

/** Maximum length (UTF-16) of a message about which a model is asked. */
const longest = 1_000;
/** The prompts at which one is. */
const open: readonly string[] = ['question', 'list', 'step', 'stuck', 'check', 'advice'];

/** Returns true where a model is to be asked what a message means before it is answered: it was not understood, or is to be asked about, it is the person's own, and nothing in it is secret. `before`: undefined for the first message. */
export function isToPropose(
  incoming: Incoming,
  person: Incoming['person'],
  before: Conversation | undefined,
  next: Conversation,
  lease: Lease,
): boolean {
  const { input, company } = incoming;
  if (lease.model === '' || input.type !== 'text' || input.text.length > longest) return false;
  if (incoming.person !== person || company.named.length > 0 || company.staff !== null) return false;
  if (!open.includes(promptOf(next.snapshot).kind)) return false;
  if (before !== undefined && (before.assisted === false || !open.includes(promptOf(before.snapshot).kind)))
    return false;
  const { candidates, misses } = next.snapshot.context;
  const isUnsure = candidates.length > 0 && !candidates.some((one) => 'from' in one);
  const isMissed = misses > (before?.snapshot.context.misses ?? 0);
  return (isUnsure || isMissed) && /\p{L}{2}/u.test(input.text) && redact(input.text).secrets.length === 0;
}

/** Enqueues the question what a message means. The message waits in the record until it is answered. `isFirst`: it began the conversation. */
export function enqueuePropose(
  record: ConversationRecord,
  { id, input, language, languageChosen }: Incoming,
  isFirst: boolean,
  now: number,
): ConversationRecord {
  if (input.type !== 'text') return record;
  const key = digest(record.conversation, String(record.born), 'propose', id);
  const job: Propose = {
    ...{ kind: 'propose', key, since: now, ...untried, talk: record.talk },
    message: { id, text: input.text, language, languageChosen, isFirst },
  };
  return { ...record, lanes: withLane(record.lanes, 'model', append(laneOf(record.lanes, 'model'), job)) };
}

/** Returns the message that waits for a model; undefined if none does. */
export const waitingIn = ({ lanes }: ConversationRecord): Propose | undefined =>
  laneOf(lanes, 'model').jobs.find((job) => job.kind === 'propose');

/** Returns the record without what waits for a model. */
export const withoutPropose = (record: ConversationRecord): ConversationRecord => ({
  ...record,
  lanes: withLane(record.lanes, 'model', emptyLane),
});
