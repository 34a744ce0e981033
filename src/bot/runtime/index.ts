import { z } from 'zod';
import type { Sight } from '../conversation/seen.ts';
import { isConversationId, isPersonId } from '../keys.ts';
import { languages } from '../languages.ts';
import { running } from '../lib/async.ts';
import { describeError } from '../lib/describe-error.ts';
import type { ConversationId, Incoming, PersonId, Receive, Received } from '../ports.ts';
import { assistantWish } from '../understanding/assistant-wish.ts';
import type { Borne } from '../understanding/proposed.ts';
import { acknowledge } from './acknowledge.ts';
import { type Change, changesIn } from './changes.ts';
import type { Dependencies, Deps } from './deps.ts';
import { newLease } from './deps.ts';
import { eraser } from './erase.ts';
import type { Propose, Read } from './lanes.ts';
import { noticeBoard } from './notice-board.ts';
import { countSight, countSwept, isRead, measuredLimiter, observeTurn, type TurnSeen } from './observe.ts';
import { occurrencesOf } from './occurrences.ts';
import { limiter } from './rate-limit.ts';
import { readingLine } from './reading-line.ts';
import { turn } from './receive.ts';
import { type ConversationRecord, printable } from './record.ts';
import { recordCache, update } from './record-store.ts';
import { checkIds, isAdmitted } from './registry.ts';
import { wasOvertaken } from './staff.ts';
import { sweeper, sweeps } from './sweeper.ts';
import { takeProposal, takeSight } from './take.ts';
import { waitingIn } from './to-propose.ts';
import { mayNotPress } from './whose.ts';
import { workers } from './worker.ts';
import { writeBehind } from './write-behind.ts';

export { type AnswerChecked, asWritten, checkAnswer } from '../understanding/answer-checked.ts';
export { saysCommand } from '../understanding/command-said.ts';
export { languageAsked } from '../understanding/language-asked.ts';
export { productModel } from '../understanding/learnt.ts';
export { leavesBlank } from '../understanding/left-blank.ts';
export { modelOf, type StoredModel } from '../understanding/model.ts';
export { redact, redactForm } from '../understanding/redact.ts';
export { type DeadLetter, deadLettersIn, type Handled, handleDeadLetter, retryOutcome } from './dead-letters.ts';
export type { Dependencies } from './deps.ts';
export { asksForErasure } from './erase.ts';
export { type ErasedTicket, eraseTickets } from './erase-tickets.ts';
export { sentFiles } from './files.ts';
export { type MetricFamily, type MetricSample, type Metrics, newMetrics } from './metrics.ts';
export { longestNotice, noticeOrigins, readNotice } from './notice-draft.ts';
export { type Policy, policy } from './policy.ts';
export { type PutBack, putBack } from './put-back.ts';
export { type OpenCase, type Presented, type Reader, readerOf } from './reader.ts';
export { noSpans, type SpanAttributes, type Spans } from './spans.ts';
export { asksForAnother } from './whose.ts';

/** A bot: the durable runtime over a store and its channels. */
export interface Bot {
  /** Handles an Incoming. If it rejects, the adapter asks the person to try again. */
  readonly receive: Receive;
  /** Looks for due work once. Resolves to the number of conversations that had some. Rejects when the database does. */
  sweep(): Promise<number>;
  /** Starts the sweeper, which looks for due work from now on. */
  start(): void;
  /** Resolves when no work is in flight. */
  rest(): Promise<void>;
  /** Shuts down gracefully: stops the sweeper, waits for the work in flight, and releases the lanes. */
  stop(): Promise<void>;
}

const id = z
  .string()
  .min(1)
  .max(512)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const envelope = z.object({
  id,
  conversation: z.custom<ConversationId>(isConversationId),
  person: z.custom<PersonId>(isPersonId),
  address: z.string().max(64_000),
  language: z.enum(languages),
  languageChosen: z.boolean(),
  company: z.object({
    named: z.array(z.custom<PersonId>(isPersonId)).max(500),
    shown: z.string().max(200),
  }),
});

/** Jobs that hold files at a time, of at most 20 MB each. */
const mostPassed = 4;

/** Creates a bot whose sweeper is not started yet. Throws an Error if two of its channels or desks have the same id. */
export function bot(dependencies: Dependencies): Bot {
  const deps: Deps = {
    ...dependencies,
    cache: recordCache(dependencies.now),
    writeBehind: writeBehind(dependencies.policy.flushInterval),
    limiter: measuredLimiter(limiter(dependencies.store, dependencies.now), dependencies.metrics, dependencies.now),
    board: noticeBoard(dependencies),
    line: readingLine(1),
    passing: readingLine(mostPassed),
    see,
    heed,
  };
  checkIds(deps);
  const forget = eraser(deps);
  const outbox = workers(deps);
  const due = sweeps(deps, outbox);
  const sweep = async () => {
    await deps.board.look();
    return due();
  };
  const under = running();
  let sweeping: { stop(): Promise<void> } | undefined;

  async function see(record: ConversationRecord, job: Read, sight: Sight): Promise<void> {
    const lease = newLease(deps);
    let before = record;
    let changes: readonly Change[] = [];
    const after = await update(
      deps,
      record,
      (latest) => {
        before = latest;
        return takeSight(latest, job, sight, lease);
      },
      (latest, next) => {
        changes = isRead(latest, job) ? changesIn(latest, next, undefined) : [];
        return occurrencesOf(deps, next, changes);
      },
    );
    if (after === undefined) return;
    if (isRead(before, job)) countSight(deps.metrics, job, sight, before, after, changes, lease.by);
    outbox.begin(after, lease.by);
  }

  async function heed(record: ConversationRecord, job: Propose, borne: readonly Borne[]): Promise<void> {
    const lease = newLease(deps);
    let before = record;
    let changes: readonly Change[] = [];
    const after = await update(
      deps,
      record,
      (latest) => {
        before = latest;
        return takeProposal(latest, job, borne, lease);
      },
      (latest, next) => {
        changes =
          waitingIn(latest)?.key === job.key ? changesIn(latest, next, { type: 'text', text: job.message.text }) : [];
        return occurrencesOf(deps, next, changes);
      },
    );
    if (after === undefined) return;
    countSwept(deps.metrics, before, after, changes, lease.by);
    deps.board.count(after, before);
    outbox.begin(after, lease.by);
  }

  /** Keeps what a person has just said of a language model; where that fails, the conversation knows it. */
  async function prefer({ person }: ConversationRecord, { person: author, input }: Incoming): Promise<void> {
    const wish = input.type === 'text' && author === person ? assistantWish(input.text) : undefined;
    if (wish !== undefined) await deps.proposer?.prefer(person, wish === 'on').catch(() => {});
  }

  async function take(incoming: Incoming, seen: TurnSeen): Promise<Received> {
    envelope.parse(incoming);
    if (!isAdmitted(deps, incoming)) throw new Error('It comes from no channel or desk that is served here');
    const about = { conversation: incoming.conversation, delivery: printable(incoming.id) };
    const lease = newLease(deps);
    try {
      if (await forget(incoming)) {
        seen.ended('erased');
        return 'no conversation';
      }
      const { before, record, taken, noted, changes } = await turn(deps, incoming, lease);
      if (taken && record !== undefined) {
        await prefer(record, incoming);
        outbox.begin(record, lease.by);
        deps.board.count(record, before);
      }
      // A retry of a delivery whose turn seemed to fail here, although the database had made the write.
      const answered = taken || (record !== undefined && outbox.adopt(record));
      seen.ended(answered ? 'taken' : 'ignored');
      if (taken && record !== undefined) seen.changed(before, record, changes, lease.by);
      deps.log.info(about, answered ? 'kept' : 'left alone');
      if (record === undefined) return 'no conversation';
      if (noted) void under.track(acknowledge(deps, record, incoming.id));
      if (!answered && mayNotPress(record, incoming)) return 'not allowed';
      if (!answered && wasOvertaken(record, incoming, lease.now)) return 'overtaken';
      return answered && !noted ? 'answered' : 'left alone';
    } catch (error) {
      outbox.abandon(lease.by);
      deps.log.error({ ...about, error: describeError(error) }, 'not kept');
      throw new Error('The message could not be kept', { cause: error });
    }
  }

  return {
    receive: (incoming) => under.track(observeTurn(deps, incoming, (seen) => take(incoming, seen))),
    sweep,
    start: () => {
      sweeping ??= sweeper(deps, sweep);
    },
    rest: async () => {
      await under.rest();
      await deps.board.rest();
      await outbox.rest();
    },
    stop: async () => {
      await sweeping?.stop();
      await under.rest();
      await deps.board.rest();
      // What is read now is left to other processes: it would take too long.
      deps.line.close();
      await Promise.all([outbox.stop(), deps.pictures?.stop()]);
    },
  };
}
