import { webApi } from '@slack/bolt';
import type { MessageRef, Sent } from '../../bot/ports.ts';

/** Milliseconds to wait where Slack does not say how long. */
const pause = 5_000;
/** Errors after which Slack may or may not have done it: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const uncertain = ['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable', 'team_added_to_org'];
/** Failures from before anything was sent. */
const unsent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** Why Slack refused a call, as one of its error codes; undefined: it did not refuse it, or something else answered in its place. */
export function refusal(error: unknown): string | undefined {
  const code = error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
  return typeof code === 'string' && /^[a-z_]{3,64}$/.test(code) ? code : undefined;
}

/** What became of a call that shows something. Rejects where that is unknown: a server error, or a connection that was cut. */
export async function attempt(call: () => Promise<string | undefined>): Promise<Sent> {
  try {
    return { outcome: 'done', message: (await call()) as MessageRef };
  } catch (error) {
    if (error instanceof webApi.WebAPIRateLimitedError) return { outcome: 'later', after: error.retryAfter * 1_000 };
    const why = refusal(error);
    if (why === 'ratelimited' || why === 'rate_limited') return { outcome: 'later', after: pause };
    if (why !== undefined && !uncertain.includes(why)) return { outcome: 'never', why: `Slack answered ${why}` };
    if (unsent.includes(codeOf(error))) return { outcome: 'later', after: pause };
    throw new Error('It is not known whether Slack took the message', { cause: error });
  }
}

/** The code of the failure at the bottom: fetch wraps it in a TypeError, and the client wraps that again. */
function codeOf(error: unknown): string {
  const { code, original, cause } = error as { code?: unknown; original?: unknown; cause?: unknown };
  const below = original ?? cause;
  return below === undefined || below === null ? String(code ?? '') : codeOf(below);
}
