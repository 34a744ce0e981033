import type { Facts } from '../../flows/facts.ts';
import { running, singleFlight, withTimeout } from '../lib/async.ts';
import { describeError } from '../lib/describe-error.ts';
import type { Notices, Untold } from '../notices.ts';
import type { DeskNotice, Log } from '../ports.ts';
import type { Policy } from './policy.ts';
import type { ConversationRecord } from './record.ts';
import type { Registry } from './registry.ts';

/** The notices that turns know of, and what desks are told that belongs to no case. Nothing of it delays or fails a turn: while the database is away there is no notice, and cases are not counted. */
export interface NoticeBoard {
  /** Returns the notices that are in force, newest first, as they were half a minute ago at most; none if they cannot be read. */
  present(): readonly DeskNotice[];
  /** Counts the case of a turn under the error codes that it told. A desk learns of many cases of one code. */
  count(after: ConversationRecord, before: ConversationRecord | undefined): void;
  /** Looks for notices, and begins to tell desks what they are to be told, if an interval is over. Never rejects. */
  look(): Promise<void>;
  /** Resolves when no work is in flight. */
  rest(): Promise<void>;
}

/** Milliseconds after which a desk that could not be told is told no more. */
const patience = 24 * 60 * 60 * 1_000;
/** Milliseconds for which notices that were read are believed. */
const believed = 30_000;

/** The part of the bot that a notice board needs. */
interface Ground extends Registry {
  readonly notices: Notices;
  readonly log: Log;
  readonly policy: Policy;
  /** Returns epoch milliseconds. */
  readonly now: () => number;
}

/** Creates the notice board of a process. */
export function noticeBoard(deps: Ground): NoticeBoard {
  const { notices, policy, log, now } = deps;
  const under = running();
  const once = singleFlight<void>();
  let known: { readonly at: number; readonly notices: readonly DeskNotice[] } = { at: 0, notices: [] };
  let looked = 0;

  const failed = (what: string) => (error: unknown) =>
    log.warn({ conversation: '', delivery: '', error: describeError(error) }, what);

  const refresh = async () => {
    const at = now();
    try {
      known = { at, notices: await withTimeout(policy.timeout, notices.active(at)) };
    } catch (error) {
      known = { at, notices: [] };
      failed('notices cannot be read')(error);
    }
  };

  async function counted(code: string, { person }: ConversationRecord): Promise<void> {
    const { cases, within, pause } = policy.surge;
    const many = await notices.count(code, person, now(), now() - within);
    if (many < cases) return;
    // The cases may have come from several channels.
    for (const { id, takes } of deps.desks)
      if (takes.includes('it-admin')) await notices.surge(id, code, many, now(), now() - pause);
  }

  /** Tells a desk; what it does not take is claimed again later. */
  async function tell(untold: Untold): Promise<void> {
    const about = { conversation: '', delivery: untold.key, desk: untold.desk, news: untold.news.kind };
    const desk = deps.desks.find(({ id }) => id === untold.desk);
    const sent = desk && (await withTimeout(policy.timeout, desk.tell(untold.key, untold.news)));
    if (sent?.outcome === 'later') log.warn({ ...about, why: sent.why }, 'desk to be told again');
    const isOver = now() - untold.news.at > patience;
    if (sent?.outcome !== 'done' && sent?.outcome !== 'never' && !isOver) return;
    if (sent?.outcome !== 'done') log.error({ ...about, why: sent?.why ?? 'its desk is not served' }, 'desk not told');
    await notices.told(untold);
  }

  async function tellAll(): Promise<void> {
    await notices.purge(now() - policy.surge.within);
    const all = await notices.claim(now(), now() + policy.lease);
    await Promise.all(all.map((untold) => tell(untold).catch(failed('desk to be told again'))));
  }

  return {
    present: () => {
      const age = Math.abs(now() - known.at);
      if (age >= policy.noticeInterval) void once('refresh', refresh);
      return age < believed ? known.notices.filter(({ until }) => until > now()) : [];
    },
    count: (after, before) => {
      for (const code of newCodes(after, before).slice(0, mostCodes))
        void under.track(counted(code, after).catch(failed('case not counted')));
    },
    look: async () => {
      if (Math.abs(now() - looked) < policy.noticeInterval) return;
      looked = now();
      await once('refresh', refresh);
      // A desk that is down holds up nothing else.
      void under.track(once('tell', tellAll).catch(failed('desks to be told later')));
    },
    rest: under.rest,
  };
}

/** The number of codes of one message that are counted. */
const mostCodes = 3;

/** Returns the error codes that a turn told. */
function newCodes(after: ConversationRecord, before: ConversationRecord | undefined): readonly string[] {
  const codesOf = ({ talk }: ConversationRecord): NonNullable<Facts['errorCodes']> =>
    talk.flow.keep.facts.errorCodes ?? [];
  const known = before === undefined ? [] : codesOf(before);
  return codesOf(after).filter((code) => !known.includes(code));
}
