import { setTimeout as sleep } from 'node:timers/promises';
import { withTimeout } from '../../../bot/lib/async.ts';
import type { Log } from '../../../bot/ports.ts';
import { describe } from '../describe.ts';
import { refusal } from '../send/attempt.ts';

/** The timeouts and retry intervals, in milliseconds. */
const patience = {
  /** The pause before the first retry while Slack is unavailable; it doubles up to `longest` (exponential backoff). */
  first: 500,
  longest: 30_000,
  /** The polling interval once Slack has answered: a token can be revoked at any time. */
  again: 60_000,
  /** The timeout of the start for the first answer; polling continues after it. */
  start: 3_000,
};

/** The error codes of Slack that are transient, and say nothing about the token: https://docs.slack.dev/reference/methods/auth.test#errors */
export const passing: readonly string[] = [
  'accesslimited',
  'fatal_error',
  'internal_error',
  'org_login_required',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
];

/** Returns what a refused bot token means for the operator. */
export const refusedToken = (why: string): string =>
  `Slack refuses SLACK_BOT_TOKEN (${why}): install the app in its workspace again, and set the bot token that is shown there`;

/** The health of a bot token, as Slack judges it. */
export interface Token {
  /** Starts polling. Resolves after the first answer, or after 3 s. */
  start(): Promise<void>;
  stop(): void;
  /** Returns the reason why nobody can be answered with the token, or undefined if Slack accepts it. */
  trouble(): string | undefined;
}

/** Polls Slack for the owner of the token (`ask`, auth.test) until it is stopped: at a fixed interval, and with exponential backoff while Slack is unavailable. */
export function watchToken(ask: () => Promise<void>, log: Log, { first, longest, again, start } = patience): Token {
  const end = new AbortController();
  let trouble: string | undefined = 'Slack has not yet said whose SLACK_BOT_TOKEN it is (auth.test)';

  /** Asks once; resolves to false if Slack is unavailable. */
  const judge = async (): Promise<boolean> => {
    try {
      await ask();
      if (trouble !== undefined) log.info({}, 'Slack knows the bot token');
      trouble = undefined;
      return true;
    } catch (error) {
      const why = refusal(error);
      if (why === undefined || passing.includes(why)) {
        log.warn({ error: describe(error) }, 'Slack does not say whose SLACK_BOT_TOKEN it is; asking again');
        return false;
      }
      const now = refusedToken(why);
      if (trouble !== now) log.error({}, now);
      trouble = now;
      return true;
    }
  };
  const run = async (tried: () => void): Promise<void> => {
    let pause = first;
    while (!end.signal.aborted) {
      const answered = await judge();
      tried();
      await sleep(answered ? again : pause, undefined, { signal: end.signal, ref: false }).catch(() => {});
      pause = answered ? first : Math.min(longest, pause * 2);
    }
  };
  return {
    start: () => withTimeout(start, new Promise<void>((tried) => void run(tried))).catch(() => {}),
    stop: () => end.abort(),
    trouble: () => trouble,
  };
}
