import { z } from 'zod';
import type { MessageRef, Sent } from '../../../bot/ports.ts';
import type { HttpAnswer } from '../../http/exchange.ts';

/** The error of a call that a ticket system surely did not do: to be made again later, or never. */
export class NotDoneError extends Error {
  override readonly name = 'NotDoneError';
  readonly sent: Exclude<Sent, { outcome: 'done' }>;
  constructor(sent: Exclude<Sent, { outcome: 'done' }>) {
    super(sent.why);
    this.sent = sent;
  }
}

/** Makes an attempt, which resolves to the id of what it made, and returns its outcome. Rejects if that is unknown. */
export async function attempted(make: () => Promise<string>): Promise<Sent> {
  try {
    return { outcome: 'done', message: (await make()) as MessageRef };
  } catch (error) {
    if (error instanceof NotDoneError) return error.sent;
    throw error;
  }
}

/** The milliseconds before a retry if a system does not say how long to wait. */
const pause = 5_000;
const longestPause = 10 * 60_000;
/** The error codes of failures before anything was sent. */
const unsent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

/** Returns the error of a call that failed on the network: a NotDoneError if nothing was sent, else one that leaves the result unknown. It quotes neither the request nor its address. */
export function failure(system: string, error: unknown): Error {
  const code = codeOf(error);
  if (unsent.includes(code))
    return new NotDoneError({
      outcome: 'later',
      after: pause,
      reason: 'outage',
      why: `${system} cannot be reached: ${code}`,
    });
  return new Error(`It is not known whether ${system} took the call`, { cause: error });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}

/** Returns the error for a call whose result is unknown. The log shows its `code`. */
export const unknown = (why: string, code: string): Error => Object.assign(new Error(why), { code });

/** Returns the error for settings that a system answers, but does not know. */
export const refusedIds = (system: string, what: string, hint: string): NotDoneError =>
  new NotDoneError({ outcome: 'never', why: `${system} ${what}: ${hint}` });

/** The advice to the operator after a refusal. */
const advice: Readonly<Record<number, string>> = {
  400: 'compare the fields that it requires with those that the bot fills in (docs/desks-systems.md)',
  401: 'check the user and the secret in the desks file',
  403: 'the user of the bot lacks a right (docs/desks-systems.md)',
  404: 'check the address and the ids in the desks file; a single ticket may have been deleted or hidden',
  422: 'compare the fields that it requires with those that the bot fills in; a closed ticket takes no comments',
};

/** Returns the error for an answer that is no success. A write that failed inside of the system (5xx but for 503) or met another one (409) may have been done, so its result is unknown. */
export function refusedCall(system: string, answer: HttpAnswer, writes: boolean): Error {
  const { status } = answer;
  const told = `${system} answered ${status}${reasonIn(answer.text)}`;
  if (status === 429)
    return new NotDoneError({ outcome: 'later', after: waitOf(answer), reason: 'rate limit', why: told });
  if (writes && (status === 409 || (status >= 500 && status !== 503))) return unknown(told, `HTTP ${status}`);
  if (status === 408 || status === 409 || status >= 500)
    return new NotDoneError({ outcome: 'later', after: waitOf(answer), reason: 'outage', why: told });
  const moved = status >= 300 && status < 400 ? 'it names another address; put that in the desks file' : undefined;
  const hint = moved ?? advice[status];
  return new NotDoneError({ outcome: 'never', why: hint === undefined ? told : `${told}: ${hint}` });
}

/** Returns the milliseconds until a system wants to be called again: by Retry-After in seconds, or by X-RateLimit-Reset, a time in epoch seconds (Backlog, ServiceNow) or ISO 8601 (Jira). */
function waitOf({ headers }: HttpAnswer): number {
  const retryAfter = Number(headers['retry-after'] ?? Number.NaN) * 1_000;
  const reset = String(headers['x-ratelimit-reset'] ?? '');
  const at = /^\d+$/.test(reset) ? Number(reset) * 1_000 : Date.parse(reset);
  const wait = Number.isFinite(retryAfter) ? retryAfter : at - Date.now();
  return Number.isFinite(wait) ? Math.min(longestPause, Math.max(1_000, wait)) : pause;
}

/** The places where the four systems name what is wrong; their sentences may quote the ticket and are left out. */
const refused = z.object({
  error: z.unknown().optional(),
  errors: z.unknown().optional(),
  details: z.unknown().optional(),
});

/** Returns the names of fields and the codes by which a system says what is wrong, in brackets; empty if it names none. */
function reasonIn(text: string): string {
  const { data } = refused.safeParse(parsed(text));
  const names = [data?.error, data?.errors, data?.details].flatMap(namesIn);
  return names.length === 0 ? '' : ` (${names.slice(0, 5).join(', ')})`;
}

function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^\w{1,60}$/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.slice(0, 5).flatMap(codesIn);
  if (typeof value !== 'object' || value === null || 'message' in value) return [];
  return Object.keys(value).filter((name) => /^\w{1,60}$/.test(name));
}
const codesIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'number'
    ? [`code ${value.code}`]
    : [];

/** Returns JSON as a value; undefined if it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
