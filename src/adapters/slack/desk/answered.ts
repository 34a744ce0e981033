import { z } from 'zod';
import { type ConversationId, channels } from '../../../bot/ports.ts';
import { id, ts } from '../receive/payloads.ts';
import { limits } from '../render/blocks.ts';

const conversation = z
  .string()
  .max(limits.value)
  .regex(new RegExp(`^(?:${channels.join('|')}):.`, 'u'))
  .transform((text) => text as ConversationId);
const answered = z.object({ conversation, channel: id, ticket: ts });

/** The case that staff answers: its conversation, of any channel, and its ticket in the channel of the desk. */
export type Answered = z.infer<typeof answered>;

/** Reads which case is answered; undefined: it is none of ours. */
export const answeredIn = (from: object): Answered | undefined => answered.safeParse(from).data;

/** The same from the metadata of a modal. */
export function readAnswered(metadata: string): Answered | undefined {
  try {
    return answeredIn(JSON.parse(metadata));
  } catch {
    return undefined;
  }
}
