import type { MessageRef, Reason, Sent } from '../../../bot/ports.ts';
import { UntrustedError } from '../trust.ts';
import { explain } from './advice.ts';

/** Default delay of a retry in milliseconds, if the service sends no Retry-After: its rate limit of 7 messages per second and thread has passed by then. */
const pause = 2_000;
/** The HTTP statuses that are worth a retry: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const again = [401, 408, 412, 429, 500, 502, 503, 504];
/** The reasons of those statuses that are not an outage; a 401 is worth a retry, since the bot's token may be replaced. */
const reasons: ReadonlyMap<number, Reason> = new Map([
  [401, 'refusal'],
  [429, 'rate limit'],
]);
/** The error codes of failures before anything was sent. */
const unsent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** Makes a call to the Bot Framework and returns its outcome. Rejects if the outcome is unknown: the connection was cut, or a timeout. */
export async function attempt(call: () => Promise<string>): Promise<Sent> {
  try {
    return done(await call());
  } catch (error) {
    return outcomeOf(error);
  }
}

/** Returns the outcome of a delivery that arrived as the activity with this id. */
export const done = (id: string): Sent => ({ outcome: 'done', message: id as MessageRef });

/** Returns the outcome of a failed call: to be retried later, or never. Throws an Error if it is unknown. */
export function outcomeOf(error: unknown): Sent {
  if (error instanceof UntrustedError) return { outcome: 'never', why: error.message };
  const status = statusOf(error);
  if (status !== undefined) {
    const why = explain(status, reasonOf(error));
    return again.includes(status)
      ? { outcome: 'later', after: waitOf(error), reason: reasons.get(status) ?? 'outage', why }
      : { outcome: 'never', why };
  }
  const code = codeOf(error);
  if (unsent.includes(code))
    return { outcome: 'later', after: pause, reason: 'outage', why: `Teams cannot be reached: ${code}` };
  throw new Error('Teams did not answer', { cause: error });
}

/** Returns the HTTP status that the service answered with; undefined if it did not answer. */
export function statusOf(error: unknown): number | undefined {
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode > 0 ? statusCode : undefined;
}

/** Returns the service's error code of a refusal, for the log; empty if there is none. Some codes appear only inside the text of the message. */
export function reasonOf(error: unknown): string {
  const { message } = error as { message?: unknown };
  const [, inner = ''] = /"subCode":\s*"(\w{1,60})"/.exec(String(message)) ?? [];
  return /^\w{1,60}$/.test(codeOf(error)) ? codeOf(error) : inner;
}

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '');

/** Returns the milliseconds until a retry is allowed: Retry-After, at most 10 minutes, or the default delay. */
function waitOf(error: unknown): number {
  const { response } = error as { response?: { headers?: { get?(name: string): string | undefined } } };
  const seconds = Number(response?.headers?.get?.('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 600) * 1_000 : pause;
}
