import type { MessageRef, Sent } from '../../../bot/ports.ts';
import { explain } from './advice.ts';

/** The milliseconds before a retry if Slack does not say how long to wait. */
const pause = 5_000;
/** The error codes after which it is unknown whether Slack has done it: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const uncertain = ['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable', 'team_added_to_org'];
/** The error codes of failures before anything was sent. */
const unsent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

/** Returns the delivery result of a message that Slack accepted. */
export const taken = (ts: string): Sent => ({ outcome: 'done', message: ts as MessageRef });
/** Returns the delivery result of a call that exceeded the rate limit: a retry after this number of seconds, or after a default if Slack did not state one. */
export const limited = (seconds: number): Sent => ({
  outcome: 'later',
  after: Number.isFinite(seconds) ? seconds * 1_000 : pause,
  reason: 'rate limit',
  why: 'Slack answered 429',
});
/** Returns the delivery result of a call while Slack, or the network to it, is unavailable: a later retry. */
export const away = (why: string): Sent => ({ outcome: 'later', after: pause, reason: 'outage', why });

/** The error codes that mean the same as status 429, the rate limit. */
const busy = ['ratelimited', 'rate_limited'];
/** The transient error codes, with the milliseconds before a retry: the workspace is being migrated, or the token was replaced and the new one is not known here yet. */
const passing: Readonly<Record<string, number>> = {
  org_login_required: 60_000,
  token_revoked: 60_000,
  invalid_auth: 60_000,
  account_inactive: 60_000,
  not_authed: 60_000,
};

/** Returns true if an error code of Slack's means that the same call is permanently refused. */
export const isFinal = (error: string): boolean =>
  passing[error] === undefined && !busy.includes(error) && !uncertain.includes(error);

/** Returns the delivery result of a call that Slack answered with an error code. Throws if that leaves it unknown. */
export function refused(error: string): Sent {
  if (busy.includes(error)) return limited(Number.NaN);
  const after = passing[error];
  if (after !== undefined) return { outcome: 'later', after, reason: 'refusal', why: explain(error) };
  if (uncertain.includes(error)) throw unknown(new Error(`Slack answered ${error}`));
  return { outcome: 'never', why: explain(error) };
}

/** Returns the delivery result of a call that failed on the network. Throws if it is unknown. */
export function failed(error: unknown): Sent {
  const code = codeOf(error);
  if (unsent.includes(code)) return away(`Slack cannot be reached: ${code}`);
  throw unknown(error);
}

const unknown = (cause: unknown) => new Error('It is not known whether Slack took the message', { cause });

/** Returns the code of the innermost failure: fetch wraps it in a TypeError, and Slack's client wraps that again. */
function codeOf(error: unknown): string {
  const { code, original, cause } = error as { code?: unknown; original?: unknown; cause?: unknown };
  const below = original ?? cause;
  return below === undefined || below === null ? String(code ?? '') : codeOf(below);
}
