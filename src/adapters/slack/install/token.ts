import { setTimeout as sleep } from 'node:timers/promises';
import { withTimeout } from '../../../bot/lib/async.ts';
import type { Log } from '../../../bot/ports.ts';
import { describe } from '../describe.ts';
import { refusal } from '../send/attempt.ts';

/** Times in milliseconds. */
const patience = {
  /** The pause before Slack is asked a second time where it is away; doubled up to `longest`. */
  first: 500,
  longest: 30_000,
  /** How often it is asked once it has answered: a token can be revoked at any time. */
  again: 60_000,
  /** The start waits so long for the first answer; asking goes on. */
  start: 3_000,
};

/** Codes of Slack's that say nothing about the token: https://docs.slack.dev/reference/methods/auth.test#errors */
const passing = [
  'accesslimited',
  'fatal_error',
  'internal_error',
  'org_login_required',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
];

/** The bot token, as Slack judges it. */
export interface Token {
  /** Asks from now on. Resolves after the first answer, or 3 s. */
  start(): Promise<void>;
  stop(): void;
  /** Tells why nobody can be answered with it; undefined: Slack knows it. */
  trouble(): string | undefined;
}

/** Asks Slack whose token it is (`ask`, auth.test), with a growing pause where Slack is away, and now and again for ever. `known` runs once Slack knows it for the first time. */
export function watchToken(
  ask: () => Promise<void>,
  known: () => void,
  log: Log,
  { first, longest, again, start } = patience,
): Token {
  const end = new AbortController();
  let trouble: string | undefined = 'Slack has not yet said whose SLACK_BOT_TOKEN it is (auth.test)';
  let before = false;

  /** Asks once; false: Slack is away. */
  const judge = async (): Promise<boolean> => {
    try {
      await ask();
      if (trouble !== undefined) log.info({}, 'Slack knows the bot token');
      trouble = undefined;
      if (!before) known();
      before = true;
      return true;
    } catch (error) {
      const why = refusal(error);
      if (why === undefined || passing.includes(why)) {
        log.warn({ error: describe(error) }, 'Slack does not say whose SLACK_BOT_TOKEN it is; asking again');
        return false;
      }
      const now = `Slack refuses SLACK_BOT_TOKEN (${why}): install the app in its workspace again, and set the bot token that is shown there`;
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
