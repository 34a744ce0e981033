import { setTimeout as sleep } from 'node:timers/promises';
import type { Received } from '../../../bot/ports.ts';
import { asksForErasure } from '../../../bot/runtime/index.ts';
import type { SlackContext } from '../context.ts';
import type { Heard } from './heard.ts';

/** The error for a reply that arrived before the first message of its thread, so that Slack retries it. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** The number of seconds after the first message of a thread within which a reply can overtake it. */
export const young = 60;
/** The number of seconds after which Slack no longer retries that message; it retries at once, after a minute and after five: https://docs.slack.dev/apis/events-api/#retries */
const longest = 10 * 60;
/** The retry number of Slack's last delivery; the first delivery is 0. */
const last = 3;
/** The milliseconds before each further attempt where the bot takes every first message; their sum is below Slack's timeout for the acknowledgement. */
const pauses = [100, 200, 400, 600, 700];
/** The same pauses where most threads do not belong to the bot. */
const shortly = [150, 350, 500];

/** The standing of a message: its thread, the number of earlier deliveries, and a flag that is true if the bot takes every first message there. */
interface Standing {
  readonly ts: string;
  readonly thread: string;
  readonly retry: number;
  readonly everything: boolean;
}

/** Takes a message in order: a reply waits for a recent first message that was not taken yet. Rejects with Overtaken if that is still missing and Slack will retry the reply: a reply that can open the conversation itself is refused once, any other until the last delivery. */
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
