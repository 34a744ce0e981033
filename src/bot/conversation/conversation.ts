import type { Event, Keep, Say } from '../../flows/context.ts';
import type { Facts } from '../../flows/facts.ts';
import { promptOf, type Snapshot, start, step } from '../../flows/session.ts';
import type { Language } from '../types.ts';

/** What is said before a prompt: a sentence, an answer in passing, facts that were understood, what a code means, or what the desk answered. */
export type Lead = Say | { readonly noted: Facts } | { readonly code: string } | { readonly desk: string };

/** One conversation as it stands: plain data and the machine's snapshot. */
export interface Conversation {
  readonly language: Language;
  readonly snapshot: Snapshot;
  readonly lead: readonly Lead[];
}

/** Opens a conversation: reassurance and the first question. */
export function openConversation(language: Language, keep: Partial<Keep> = {}): Conversation {
  const { snapshot, says } = start(keep);
  return { language, snapshot, lead: [{ say: 'greeting' }, ...says] };
}

/** Adds what is said before the prompt. */
export const withLead = (talk: Conversation, ...lead: readonly Lead[]): Conversation => ({
  ...talk,
  lead: [...talk.lead, ...lead],
});

/** What the desk answered just now; undefined: nothing. */
export const deskAnswerIn = ({ lead }: Conversation): string | undefined => lead.find((one) => 'desk' in one)?.desk;

/** Sends one event to the machine; one that it cannot take counts as not understood. */
export function sendEvent(talk: Conversation, event: Event): Conversation {
  const taken = talk.snapshot.can(event) ? event : ({ type: 'unclear', candidates: [] } as const);
  const { snapshot, says } = step(talk.snapshot, taken);
  return { ...talk, snapshot, lead: [...talk.lead, ...says] };
}

/** The name of where a conversation stands: `question.origin`, `step.P1.3`, `closed.resolved`. */
export function placeOf(snapshot: Snapshot): string {
  const prompt = promptOf(snapshot);
  const { context } = snapshot;
  if (context.candidates.length > 0) return 'clarify';
  switch (prompt.kind) {
    case 'step':
    case 'stuck':
      return `${prompt.kind}.${prompt.id}.${context.step + 1}`;
    case 'closed':
      return `closed.${prompt.outcome}`;
    default:
      return 'id' in prompt ? `${prompt.kind}.${prompt.id}` : prompt.kind;
  }
}
