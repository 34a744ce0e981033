import type { Intent } from '../../flows/events.ts';
import type { Facts } from '../../flows/facts.ts';
import { promptOf } from '../../flows/session.ts';
import { isSituation, situation } from '../../flows/situations.ts';
import type { TicketNote } from '../ports.ts';
import type { Input } from '../types.ts';
import { markRepeat } from '../view/repeat.ts';
import { type Conversation, type Lead, placeOf, sendEvent, withLead } from './conversation.ts';
import { inLanguageOf } from './language.ts';
import { beginsAnew } from './new-case.ts';
import { heardAt } from './on-text.ts';
import { advance } from './step.ts';

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

/** Returns what an input tells the desk that a case was handed over to, redacted: what the person writes from then on, or corrects, a file, and that it is solved. Undefined for what the bot is asked for, and before a case is handed over. */
export function relayed(before: Conversation, input: Input): Relayed | undefined {
  if (placeOf(before.snapshot) !== 'closed.escalated') return undefined;
  if (input.type === 'choice')
    return input.to === 'closed.escalated' && input.choice === 'solved'
      ? { note: { kind: 'solved' }, talk: undefined }
      : undefined;
  if (input.type !== 'text' && input.type !== 'file' && !(input.type === 'edit' && wasRelayed(before)))
    return undefined;
  const talk = inLanguageOf(input.text, { ...before, lead: [] });
  const heard = heardAt(talk, input.text);
  const { intent, topic, choice, language, secrets, text } = heard;
  if (intent === 'solved') return { note: { kind: 'solved' }, talk: undefined };
  const isBlank = input.type === 'text' && text.trim() === '';
  const asksBot = intent !== undefined && own.includes(intent);
  if (isBlank || asksBot || choice !== undefined || language !== undefined || beginsAnew(talk, heard)) return undefined;
  const note = { kind: input.type === 'file' ? 'file' : 'words', text: text.trim().slice(0, longest) } as const;
  // What must not wait for the desk is answered here as well.
  const onward = input.type === 'edit' ? undefined : advance(before, input);
  if (onward !== undefined && isUrgent(onward)) return { note, talk: onward };
  const answered = topic === undefined || topic === 'problem' ? talk : sendEvent(talk, { type: 'ask', topic });
  const warnings: readonly Lead[] = [
    ...(secrets.length > 0 ? ([{ say: 'secret-removed' }] as const) : []),
    ...(text.trim().length > longest ? ([{ say: 'cut' }] as const) : []),
  ];
  return { note, talk: markRepeat(before, withLead(answered, ...warnings, { say: 'passed-on' })) };
}

/** Characters (UTF-16) of a note; the rest is left out, and the person is told so. */
const longest = 2_000;
const wasRelayed = ({ lead }: Conversation): boolean => lead.some((one) => 'say' in one && one.say === 'passed-on');

/** Returns true where something is named, or asked about, that does harm while it waits. */
function isUrgent({ snapshot }: Conversation): boolean {
  const prompt = promptOf(snapshot);
  const named =
    prompt.kind === 'advice' &&
    (prompt.id === 'drive' || prompt.id === 'lost' || (isSituation(prompt.id) && situation(prompt.id).urgent));
  const grave: readonly (keyof Facts)[] = ['drive', 'scam', 'malware'];
  const { candidates } = snapshot.context;
  return named || candidates.some((one) => 'facts' in one && grave.some((slot) => one.facts[slot] !== undefined));
}
