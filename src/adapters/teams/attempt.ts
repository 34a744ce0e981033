import type { MessageRef, Sent } from '../../bot/ports.ts';
import { UntrustedError } from './trust.ts';

/** Milliseconds to wait where the service does not say: its limit of 7 messages a second and thread is over by then. */
const pause = 2_000;
/** Statuses after which the service wants to be asked again: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const again = [401, 408, 412, 429, 500, 502, 503, 504];
/** Failures from before anything was sent. */
const unsent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** What became of a call to the Bot Framework. Rejects where that is unknown: the connection was cut or took too long. */
export async function attempt(call: () => Promise<string>): Promise<Sent> {
  try {
    return { outcome: 'done', message: (await call()) as MessageRef };
  } catch (error) {
    if (error instanceof UntrustedError) return { outcome: 'never', why: error.message };
    const status = statusOf(error);
    if (status !== undefined)
      return again.includes(status)
        ? { outcome: 'later', after: waitOf(error) }
        : { outcome: 'never', why: `Teams answered ${status}` };
    if (unsent.includes(codeOf(error))) return { outcome: 'later', after: pause };
    throw new Error('Teams did not answer', { cause: error });
  }
}

/** The status that the service answered with; undefined: it did not answer. */
export function statusOf(error: unknown): number | undefined {
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode > 0 ? statusCode : undefined;
}

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '');

/** Milliseconds until the service may be asked again. */
function waitOf(error: unknown): number {
  const { response } = error as { response?: { headers?: { get?(name: string): string | undefined } } };
  const seconds = Number(response?.headers?.get?.('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 600) * 1_000 : pause;
}
