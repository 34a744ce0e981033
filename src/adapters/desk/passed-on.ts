import type { Incoming, Receive } from '../../bot/ports.ts';
import { asWritten, checkAnswer } from '../../bot/runtime/index.ts';
import { declined, type SignedAnswer } from './signed.ts';

/** Maximum number of characters of an answer; the bot would cut a longer one. */
const most = 2_000;

/** What is wrong with an answer, by a name that a program can read: there is nothing in it, it is too long, it holds a secret, or what may be one (`parts`; `sign` says that one has seen them). */
export type AnswerFlaw =
  | { readonly error: 'empty' | 'secret' }
  | { readonly error: 'long'; readonly most: number }
  | { readonly error: 'doubtful'; readonly parts: readonly string[]; readonly sign: string };

/** Returns what is wrong with an answer of staff, so that it is not passed on; undefined if it can be. */
export function flawToSend(text: string): AnswerFlaw | undefined {
  if (asWritten(text) === '') return { error: 'empty' };
  if (text.length > most) return { error: 'long', most };
  const checked = checkAnswer(text);
  if (checked.kind === 'fine') return undefined;
  if (checked.kind === 'sure') return { error: 'secret' };
  return { error: 'doubtful', parts: checked.parts, sign: checked.sign };
}

/** Hands what staff did to the bot, and returns the answer to whoever reported it. A repeat changes nothing. */
export async function passOn(receive: Receive, incoming: Incoming): Promise<SignedAnswer> {
  try {
    const received = await receive(incoming);
    if (received === 'no conversation') return declined(410, 'gone');
    if (received === 'not allowed') return declined(403, 'forbidden');
    return { status: 200, body: { outcome: received === 'answered' ? 'passed on' : 'known already' } };
  } catch {
    // The bot has logged why. Whoever reported it tries again.
    return declined(503, 'not kept');
  }
}
