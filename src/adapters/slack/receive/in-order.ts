import { setTimeout as sleep } from 'node:timers/promises';
import type { Received } from '../../../bot/ports.ts';
import { asksForErasure } from '../../../bot/runtime/index.ts';
import type { SlackContext } from '../context.ts';
import type { Heard } from './heard.ts';

/** A reply that came before the first message of its thread; Slack delivers it again. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** Seconds after the first message of a thread within which a reply can overtake it. */
const young = 60;
/** Seconds after which Slack delivers that message no more; it tries at once, after a minute and after five: https://docs.slack.dev/apis/events-api/#retries */
const longest = 10 * 60;
/** Number of Slack's last delivery; the first is 0. */
const last = 3;
/** Milliseconds before each further look, where the bot takes every first message; together less than the time for the acknowledgement. */
const pauses = [100, 200, 400, 600, 700];
/** The same where most threads are none of the bot's. */
const shortly = [150, 350, 500];

/** Standing of a message: its thread, how often Slack delivered it before, and whether the bot takes every first message there. */
interface Standing {
  readonly ts: string;
  readonly thread: string;
  readonly retry: number;
  readonly everything: boolean;
}

/** Takes a message after the first message of its thread. A reply to one of a moment ago that was not taken yet waits for it. Throws Overtaken where it is still not there and Slack will deliver the reply again: a reply that can open the conversation itself is refused once, others until the last delivery. */
export async function takeInOrder(
  slack: Pick<SlackContext, 'take'>,
  said: Heard,
  { ts, thread, retry, everything }: Standing,
): Promise<void> {
  const overtaking =
    ts !== thread &&
    Number(ts) - Number(thread) <= young &&
    Date.now() / 1_000 - Number(thread) <= longest &&
    (everything || !said.opens) &&
    !asksForErasure(said.input);
  if (!overtaking) {
    await slack.take(said);
    return;
  }
  const follow = (): Promise<Received> => slack.take({ ...said, opens: false });
  let received = await follow();
  for (const pause of everything ? pauses : shortly) {
    if (received !== 'no conversation') return;
    await sleep(pause);
    received = await follow();
  }
  if (received !== 'no conversation') return;
  if (everything && retry < (said.opens ? 1 : last)) throw new Overtaken('The first message of the thread is missing');
  if (said.opens) await slack.take(said);
}
