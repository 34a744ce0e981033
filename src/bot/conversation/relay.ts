import type { Intent } from '../../flows/events.ts';
import type { TicketNote } from '../ports.ts';
import type { Input } from '../types.ts';
import { markRepeat } from '../view/repeat.ts';
import { type Conversation, type Lead, placeOf, sendEvent, withLead } from './conversation.ts';
import { inLanguageOf } from './language.ts';
import { beginsAnew } from './new-case.ts';
import { heardAt } from './on-text.ts';

/** A note for the desk, and the conversation after it; undefined: as it goes on by itself. */
interface Relayed {
  readonly note: TicketNote;
  readonly talk: Conversation | undefined;
}

/** Intents by which the bot itself is asked for something, or only thanked. */
const own: readonly Intent[] = [
  ...(['human', 'restart', 'cancel', 'back', 'continue', 'bypass', 'repeat', 'help', 'wrong'] as const),
  ...(['thanks', 'got-it', 'greeting'] as const),
];

/** Returns what an input tells the desk that a case was handed over to, redacted: what the person writes from then on, a file, and that it is solved. Undefined for what the bot is asked for, and before a case is handed over. */
export function relayed(before: Conversation, input: Input): Relayed | undefined {
  if (placeOf(before.snapshot) !== 'closed.escalated') return undefined;
  if (input.type === 'choice')
    return input.to === 'closed.escalated' && input.choice === 'solved'
      ? { note: { kind: 'solved' }, talk: undefined }
      : undefined;
  if (input.type !== 'text' && input.type !== 'file') return undefined;
  const talk = inLanguageOf(input.text, { ...before, lead: [] });
  const heard = heardAt(talk, input.text);
  const { intent, topic, choice, language, secrets, text } = heard;
  if (intent === 'solved') return { note: { kind: 'solved' }, talk: undefined };
  const isBlank = input.type === 'text' && text.trim() === '';
  const asksBot = intent !== undefined && own.includes(intent);
  if (isBlank || asksBot || choice !== undefined || language !== undefined || beginsAnew(talk, heard)) return undefined;
  const answered = topic === undefined || topic === 'problem' ? talk : sendEvent(talk, { type: 'ask', topic });
  const warning: readonly Lead[] = secrets.length > 0 ? [{ say: 'secret-removed' }] : [];
  const next = withLead(answered, ...warning, { say: 'passed-on' });
  return {
    note: { kind: input.type === 'file' ? 'file' : 'words', text: text.trim() },
    talk: markRepeat(before, next),
  };
}
