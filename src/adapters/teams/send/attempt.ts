import type { MessageRef, Reason, Sent } from '../../../bot/ports.ts';
import { UntrustedError } from '../trust.ts';
import { explain } from './advice.ts';

/** Milliseconds to wait where the service does not say: its limit of 7 messages a second and thread is over by then. */
const pause = 2_000;
/** Statuses after which the service wants to be asked again: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const again = [401, 408, 412, 429, 500, 502, 503, 504];
/** What those mean that are not an outage: the bot's token may be replaced. */
const reasons: ReadonlyMap<number, Reason> = new Map([
  [401, 'refusal'],
  [429, 'rate limit'],
]);
/** Failures from before anything was sent. */
const unsent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** What became of a call to the Bot Framework. Rejects where that is unknown: the connection was cut or took too long. */
export async function attempt(call: () => Promise<string>): Promise<Sent> {
  try {
    return done(await call());
  } catch (error) {
    return outcomeOf(error);
  }
}

/** It arrived as this activity. */
export const done = (id: string): Sent => ({ outcome: 'done', message: id as MessageRef });

/** What a failed call comes to; throws where that is unknown. */
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

/** The status that the service answered with; undefined: it did not answer. */
export function statusOf(error: unknown): number | undefined {
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode > 0 ? statusCode : undefined;
}

/** The name that the service gives to a refusal, for the log; empty: none. Some stand in the text of the message alone. */
export function reasonOf(error: unknown): string {
  const { message } = error as { message?: unknown };
  const [, inner = ''] = /"subCode":\s*"(\w{1,60})"/.exec(String(message)) ?? [];
  return /^\w{1,60}$/.test(codeOf(error)) ? codeOf(error) : inner;
}

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '');

/** Milliseconds until the service may be asked again. */
function waitOf(error: unknown): number {
  const { response } = error as { response?: { headers?: { get?(name: string): string | undefined } } };
  const seconds = Number(response?.headers?.get?.('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 600) * 1_000 : pause;
}
