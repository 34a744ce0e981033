import type { Talk } from '../conversation/conversation.ts';
import { wordsIn } from '../i18n.ts';
import { digest } from '../lib/hash.ts';
import { compose } from '../view/handover.ts';
import type { Duty } from './deps.ts';
import { append, hold, laneNames, type Notice, type Post, type Settle, untried } from './lanes.ts';
import { answerable } from './open-messages.ts';
import type { Saved } from './record.ts';

/** The record with the next version, its free lanes held by whoever is on duty. */
export const keep = (saved: Saved, { by, now, terms }: Duty): Saved => ({
  ...saved,
  version: saved.version + 1,
  lanes: Object.fromEntries(laneNames.map((name) => [name, hold(saved.lanes[name], by, now, terms)])) as Saved['lanes'],
});

/** The record with one more message owed: what the conversation says now. */
export function owePost(saved: Saved, name: string, notices: readonly Notice[], now: number): Saved {
  const key = digest(saved.conversation, String(saved.born), name);
  const post: Post = { kind: 'post', key, since: now, ...untried, talk: saved.talk, notices, answer: null };
  return { ...saved, lanes: { ...saved.lanes, channel: append(saved.lanes.channel, post) } };
}

/** The record with the messages to be settled that show what was answered: those that are owed, as soon as they are known to have arrived. */
export function oweSettle(saved: Saved, answer: string, now: number): Saved {
  const { conversation, born } = saved;
  const { channel } = saved.lanes;
  const last = channel.jobs.findLastIndex(({ kind }) => kind === 'post');
  const jobs = channel.jobs.map((job, n) => (n === last && job.kind === 'post' ? { ...job, answer } : job));
  const settles = answerable(saved).map(({ message, talk, notices }): Settle => {
    const key = digest(conversation, String(born), 'settle', message);
    return { kind: 'settle', key, since: now, ...untried, talk, message, notices, answer };
  });
  const next = last < 0 ? channel : { ...channel, jobs };
  return {
    ...saved,
    live: [],
    lanes: { ...saved.lanes, channel: settles.length > 0 ? append(next, ...settles) : next },
  };
}

/** So many tickets of one conversation are remembered. */
const remembered = 20;

/** The record with a ticket owed where the case was just handed over; the same message is never handed over twice. */
export function oweTicket(saved: Saved, before: Saved['talk'] | undefined, talk: Talk, { desk, now }: Duty): Saved {
  if (!desk || !escalated(saved.talk) || (before !== undefined && escalated(before))) return saved;
  const { text } = compose(talk.snapshot.context, wordsIn(talk.language));
  const key = digest(saved.conversation, String(saved.born), 'ticket', text);
  if (saved.tickets.includes(key)) return saved;
  const open = { kind: 'open', key, since: now, ...untried, talk: saved.talk } as const;
  return {
    ...saved,
    tickets: [...saved.tickets, key].slice(-remembered),
    lanes: { ...saved.lanes, desk: append(saved.lanes.desk, open) },
  };
}

const escalated = ({ flow: { place } }: Saved['talk']): boolean =>
  place.kind === 'closed' && place.outcome === 'escalated';
