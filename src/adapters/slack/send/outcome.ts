import type { MessageRef, Sent } from '../../../bot/ports.ts';
import { explain } from './advice.ts';

/** Milliseconds to wait where Slack does not say how long. */
const pause = 5_000;
/** Errors after which Slack may or may not have done it: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const uncertain = ['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable', 'team_added_to_org'];
/** Failures from before anything was sent. */
const unsent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

/** Slack took the message. */
export const taken = (ts: string): Sent => ({ outcome: 'done', message: ts as MessageRef });
/** Slack is to be left alone for some seconds. */
export const limited = (seconds: number): Sent => ({
  outcome: 'later',
  after: Number.isFinite(seconds) ? seconds * 1_000 : pause,
  reason: 'rate limit',
  why: 'Slack answered 429',
});
/** Slack, or the way to it, is away. */
export const away = (why: string): Sent => ({ outcome: 'later', after: pause, reason: 'outage', why });

/** Errors that say the same as status 429. */
const busy = ['ratelimited', 'rate_limited'];
/** Errors that pass: the workspace moves house, or the token was replaced and the new one is not known here yet. */
const passing: Readonly<Record<string, number>> = {
  org_login_required: 60_000,
  token_revoked: 60_000,
  invalid_auth: 60_000,
  account_inactive: 60_000,
  not_authed: 60_000,
};

/** Whether an error code of Slack's means that the same call is refused for ever. */
export const isFinal = (error: string): boolean =>
  passing[error] === undefined && !busy.includes(error) && !uncertain.includes(error);

/** What became of a call that Slack answered with an error code. Throws where that leaves it unknown. */
export function refused(error: string): Sent {
  if (busy.includes(error)) return limited(Number.NaN);
  const after = passing[error];
  if (after !== undefined) return { outcome: 'later', after, reason: 'refusal', why: explain(error) };
  if (uncertain.includes(error)) throw unknown(new Error(`Slack answered ${error}`));
  return { outcome: 'never', why: explain(error) };
}

/** What became of a call that failed on its way. Throws where that is unknown. */
export function failed(error: unknown): Sent {
  const code = codeOf(error);
  if (unsent.includes(code)) return away(`Slack cannot be reached: ${code}`);
  throw unknown(error);
}

const unknown = (cause: unknown) => new Error('It is not known whether Slack took the message', { cause });

/** The code of the failure at the bottom: fetch wraps it in a TypeError, and Slack's client wraps that again. */
function codeOf(error: unknown): string {
  const { code, original, cause } = error as { code?: unknown; original?: unknown; cause?: unknown };
  const below = original ?? cause;
  return below === undefined || below === null ? String(code ?? '') : codeOf(below);
}
