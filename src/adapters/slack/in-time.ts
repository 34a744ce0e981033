import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from './context.ts';

/** Milliseconds; Slack shows people an error where it is not acknowledged within 3 s: https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
const patience = 2_000;

/** What some work comes to, if in time for the acknowledgement. Undefined: it goes on, and `late` takes what it comes to. Rejects with the work while there is time. */
export async function inTime<Result>(
  slack: Pick<Context, 'aside'>,
  what: string,
  work: Promise<Result>,
  late: (result: Result) => Promise<unknown>,
): Promise<Result | undefined> {
  const end = new AbortController();
  const over = sleep(patience, { late: true } as const, { signal: end.signal });
  const first = await Promise.race([work.then((result) => ({ late: false, result }) as const), over]).finally(() =>
    end.abort(),
  );
  if (!first.late) return first.result;
  slack.aside(what, work.then(late));
  return undefined;
}
