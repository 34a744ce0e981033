import { z } from 'zod';
import { isConversationId } from '../../../bot/keys.ts';
import type { ConversationId } from '../../../bot/ports.ts';
import { id, ts } from '../receive/payloads.ts';

const answered = z.object({
  conversation: z.custom<ConversationId>(isConversationId),
  channel: id,
  ticket: ts,
  /** The time of what the modal says of how the case stands, epoch milliseconds; 0 before it is opened. */
  seen: z.number().default(0),
  /** How often a quick answer was put into the field: each time it is another field, or Slack would keep what was in it. */
  filled: z.int().min(0).default(0),
  /** True if the answer is to replace one that was given. */
  corrects: z.boolean().default(false),
});

/** The case that staff answer: its conversation, of any adapter, and its ticket in the desk's channel. */
export type Answered = z.infer<typeof answered>;

/** Parses the case that is answered; returns undefined if the bot did not write it. */
export const answeredIn = (from: object): Answered | undefined => answered.safeParse(from).data;

/** Parses the case from the metadata of a modal; returns undefined if the bot did not write it. */
export function readAnswered(metadata: string): Answered | undefined {
  try {
    return answeredIn(JSON.parse(metadata));
  } catch {
    return undefined;
  }
}
