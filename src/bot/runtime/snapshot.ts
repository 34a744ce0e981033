import { z } from 'zod';
import { type Frozen, freeze, thaw } from '../../flows/freeze.ts';
import type { Conversation, Lead } from '../conversation/conversation.ts';
import { defaultLanguage, languages } from '../languages.ts';
import type { Language } from '../types.ts';

/** A snapshot: the state of a conversation as plain JSON. */
export interface ConversationSnapshot {
  readonly language: Language;
  readonly languageChosen: boolean;
  readonly assisted: boolean;
  readonly lead: readonly Lead[];
  readonly flow: Frozen;
}

const flow = z.object({ format: z.literal(1), keep: z.object({}), place: z.object({}) });

/** The schema of stored leads. */
export const leadSchema = z.array(z.custom<Lead>((lead) => typeof lead === 'object' && lead !== null));

/** The schema of snapshots, written by this or another version of the state machine. */
export const snapshotSchema: z.ZodType<ConversationSnapshot> = z.object({
  // Of a later version, or of an earlier one whose language was given up: the conversation goes on.
  language: z.enum(languages).catch(defaultLanguage),
  // Earlier versions did not keep it.
  languageChosen: z.boolean().default(false),
  assisted: z.boolean().default(true),
  lead: leadSchema,
  flow: z.custom<Frozen>((given) => flow.safeParse(given).success),
});

/** A cache of the conversations whose snapshots were taken in this process, so that they need not be restored. */
const live = new WeakMap<ConversationSnapshot, Conversation>();

/** Returns the snapshot of a conversation, to be stored. */
export function toSnapshot(talk: Conversation): ConversationSnapshot {
  const frozen: ConversationSnapshot = {
    language: talk.language,
    languageChosen: talk.languageChosen,
    assisted: talk.assisted,
    lead: talk.lead,
    flow: freeze(talk.snapshot),
  };
  live.set(frozen, talk);
  return frozen;
}

const written = new WeakMap<ConversationSnapshot, string>();

/** Returns a snapshot as JSON text. The text is cached, since a record is stored after the turn and again after its reply was delivered. */
export function jsonOf(frozen: ConversationSnapshot): string {
  const text = written.get(frozen) ?? JSON.stringify(frozen);
  written.set(frozen, text);
  return text;
}

/** Restores a conversation from its snapshot. After a change of the state machine it is rebuilt from the snapshot's `keep`. Never throws. */
export function fromSnapshot(frozen: ConversationSnapshot): Conversation {
  const known = live.get(frozen);
  if (known !== undefined) return known;
  const { snapshot, rebuilt } = thaw(frozen.flow);
  return {
    language: frozen.language,
    languageChosen: frozen.languageChosen,
    assisted: frozen.assisted,
    snapshot,
    lead: rebuilt ? [] : frozen.lead,
  };
}
