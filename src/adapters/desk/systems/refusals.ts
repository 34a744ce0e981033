import type { Log } from '../../../bot/ports.ts';

const hour = 60 * 60_000;

/** Returns a function that counts what strangers sent to the webhook of a desk, and logs the number once an hour at most: they must not fill the log, and an operator whose secrets differ must find out. */
export function refusals(desk: string, log: Log): () => void {
  let refused = 0;
  let told = Number.NEGATIVE_INFINITY;
  return () => {
    refused += 1;
    if (Date.now() - told < hour) return;
    log.warn({ conversation: '', delivery: '', desk, refused }, 'webhook of a desk refused: not signed as agreed');
    refused = 0;
    told = Date.now();
  };
}
