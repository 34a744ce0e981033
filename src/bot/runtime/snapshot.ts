import { z } from 'zod';
import { type Frozen, freeze, thaw } from '../../flows/freeze.ts';
import type { Conversation, Lead } from '../conversation/conversation.ts';
import { type Language, languages } from '../types.ts';

/** A conversation as it stands, as plain JSON. */
export interface ConversationSnapshot {
  readonly language: Language;
  readonly lead: readonly Lead[];
  readonly flow: Frozen;
}

const flow = z.object({ format: z.literal(1), keep: z.object({}), place: z.object({}) });

/** Accepts what is said before a prompt. */
export const leadSchema = z.array(z.custom<Lead>((lead) => typeof lead === 'object' && lead !== null));

/** Accepts what was frozen by this or another version of the machine. */
export const snapshotSchema: z.ZodType<ConversationSnapshot> = z.object({
  language: z.enum(languages),
  lead: leadSchema,
  flow: z.custom<Frozen>((given) => flow.safeParse(given).success),
});

/** What was frozen in this process need not be restored to be shown. */
const live = new WeakMap<ConversationSnapshot, Conversation>();

/** The conversation, to be stored. */
export function toSnapshot(talk: Conversation): ConversationSnapshot {
  const frozen: ConversationSnapshot = { language: talk.language, lead: talk.lead, flow: freeze(talk.snapshot) };
  live.set(frozen, talk);
  return frozen;
}

const written = new WeakMap<ConversationSnapshot, string>();

/** The conversation as JSON text: it is written down when it went on, and again when its reply was sent. */
export function jsonOf(frozen: ConversationSnapshot): string {
  const text = written.get(frozen) ?? JSON.stringify(frozen);
  written.set(frozen, text);
  return text;
}

/** The conversation as it stood; after a change of the machine rebuilt from what was kept. Never throws. */
export function fromSnapshot(frozen: ConversationSnapshot): Conversation {
  const known = live.get(frozen);
  if (known !== undefined) return known;
  const { snapshot, rebuilt } = thaw(frozen.flow);
  return { language: frozen.language, snapshot, lead: rebuilt ? [] : frozen.lead };
}
