import type { Intent } from '../../flows/events.ts';
import type { Facts } from '../../flows/facts.ts';
import { promptOf } from '../../flows/session.ts';
import { isSituation, situation } from '../../flows/situations.ts';
import { barred } from '../desk/attachments.ts';
import { wordsIn } from '../i18n.ts';
import type { PendingNote } from '../ports.ts';
import type { Input, SentFile } from '../types.ts';
import { asWritten } from '../understanding/answer-checked.ts';
import { saysWithBot, saysWithdraw } from '../understanding/desk-words.ts';
import type { Understood } from '../understanding/index.ts';
import { markRepeat } from '../view/repeat.ts';
import { allClausesOf } from './clauses.ts';
import { type Conversation, type Lead, placeOf, sendEvent, withLead } from './conversation.ts';
import { inLanguageOf } from './language.ts';
import { beginsAnew } from './new-case.ts';
import { heardAt } from './on-text.ts';
import { advance } from './step.ts';
import { withUrgency } from './urgency.ts';

/** A note for the desk (undefined: none), and the conversation after it (undefined: as it goes on by itself). */
export interface Relayed {
  readonly note: PendingNote | undefined;
  readonly talk: Conversation | undefined;
}

/** Intents by which the bot itself is asked for something, or only thanked. */
const own: readonly Intent[] = [
  ...(['human', 'restart', 'back', 'continue', 'bypass', 'repeat', 'help', 'wrong'] as const),
  ...(['thanks', 'got-it', 'greeting'] as const),
];

/** Returns true while a case is handed over: its message is written, and nobody has gone on with anything else. */
export function isHandedOver({ snapshot }: Conversation): boolean {
  const prompt = promptOf(snapshot);
  return prompt.kind === 'closed' && prompt.outcome === 'escalated';
}

/** Returns what an input tells the desk that a case was handed over to, redacted: what the person writes from then on, or corrects, a file, that it is solved, that they take it back or go on with the bot. Undefined for what the bot is asked for, and before a case is handed over. `staffed`: staff write in the conversation themselves and the bot is not addressed, so that all else is meant for them; there the conversation stays as it is. */
export function relayed(before: Conversation, input: Input, staffed: boolean): Relayed | undefined {
  if (!isHandedOver(before)) return solvedSince(before, input);
  if (input.type === 'choice')
    return input.to === placeOf(before.snapshot) ? wished(before, input, input.choice) : undefined;
  if (input.type !== 'text' && input.type !== 'file' && !(input.type === 'edit' && (staffed || wasRelayed(before))))
    return undefined;
  const talk = inLanguageOf(input.text, { ...before, lead: [] });
  const heard = heardAt(talk, input.text);
  const wish = wished(before, input, wishIn(heard, input.text, staffed));
  if (wish !== undefined) return wish;
  const { secrets, text } = heard;
  const isBlank = input.type === 'text' && text.trim() === '';
  // As it was written, unless something had to be removed.
  const whole = secrets.length > 0 ? text : asWritten(input.text);
  const words = whole.trim().slice(0, longestNote).toWellFormed();
  const said = input.type === 'edit' ? wordsIn(before.language).letters.text('desk:rewritten', { words }) : words;
  const note: PendingNote =
    input.type === 'file'
      ? { kind: 'file', text: said, files: input.files, inForm: false }
      : { kind: 'words', text: said };
  if (staffed) return isBlank ? undefined : { note, talk: before };
  if (isBlank || (input.type !== 'file' && isForBot(talk, heard))) return leaving(advance(before, input));
  // What must not wait for the desk is answered here as well.
  const onward = input.type === 'edit' ? undefined : advance(before, input);
  if (onward !== undefined && isUrgent(onward)) return { note, talk: onward };
  const { topic } = heard;
  const clear = sendEvent(talk, { type: 'none-of-these' });
  const answered = topic === undefined || topic === 'problem' ? clear : sendEvent(clear, { type: 'ask', topic });
  const warnings: readonly Lead[] = [
    ...(secrets.length > 0 ? ([{ say: 'secret-removed' }] as const) : []),
    ...(text.trim().length > longestNote ? ([{ say: 'cut' }] as const) : []),
    ...(note.kind === 'file' ? heardOfFiles(note.files) : []),
  ];
  return { note, talk: markRepeat(before, withLead(withUrgency(answered, text), ...warnings, { say: 'passed-on' })) };
}

/** Returns what the person hears at once of files for a desk: which are not passed on, since they are of another kind or too large, and that text is passed on without its keys and IDs. */
export function heardOfFiles(files: readonly SentFile[]): readonly Lead[] {
  const reasons = files.map(barred);
  return [
    ...(reasons.includes('not this type') ? ([{ say: 'file-kind' }] as const) : []),
    ...(reasons.includes('too large') ? ([{ say: 'file-large' }] as const) : []),
    ...(files.some((file) => file.kind === 'text' && barred(file) === undefined)
      ? ([{ say: 'file-cleared' }] as const)
      : []),
  ];
}

/** Characters (UTF-16) of a note; the rest is left out, and the person is told so. */
export const longestNote = 2_000;
const wasRelayed = ({ lead }: Conversation): boolean => lead.some((one) => 'say' in one && one.say === 'passed-on');

/** Returns the button whose wish a message speaks; where it is meant for staff, only one that names the wish. */
function wishIn(heard: Understood, text: string, staffed: boolean): string | undefined {
  const { intent } = heard;
  // 「直ったので取り下げます」 is no withdrawal.
  if (intent === 'solved') return 'solved';
  if (saysWithdraw(text)) return 'withdraw';
  if (saysWithBot(text)) return 'continue';
  return intent === 'cancel' && !staffed ? 'withdraw' : choiceSpoken(heard);
}

/** Returns what becomes of a wish about the hand-over itself; undefined where it is about something else. */
function wished(before: Conversation, input: Input, wish: string | undefined): Relayed | undefined {
  const talk: Conversation = { ...before, lead: [] };
  switch (wish) {
    case 'solved':
      return { note: { kind: 'solved' }, talk: undefined };
    case 'withdraw':
    case 'cancel':
      return { note: { kind: 'withdrawn' }, talk: sendEvent(talk, { type: 'withdraw' }) };
    case 'continue':
      return talk.snapshot.can({ type: 'continue' })
        ? leaving(sendEvent(talk, { type: 'continue' }))
        : { note: undefined, talk: markRepeat(before, withLead(talk, { say: 'nothing-left' })) };
    default:
      return input.type === 'choice' ? leaving(advance(before, input)) : undefined;
  }
}

/** Returns the note that a person goes on with the bot, where what they said leads on with the same case, or that it is solved. */
function leaving(next: Conversation): Relayed | undefined {
  const prompt = promptOf(next.snapshot);
  if (isSolved(next)) return { note: { kind: 'solved' }, talk: next };
  const isAnother = next.lead.some((lead) => 'say' in lead && lead.say === 'new-case');
  if (isAnother || ['closed', 'form', 'recipient'].includes(prompt.kind)) return undefined;
  return { note: { kind: 'with-bot' }, talk: withLead(next, { say: 'with-bot' }) };
}

/** Returns the note that a case is solved whose person went on with the bot while its ticket was open. */
function solvedSince(before: Conversation, input: Input): Relayed | undefined {
  if (!before.snapshot.context.atDesk) return undefined;
  const next = advance(before, input);
  return isSolved(next) ? { note: { kind: 'solved' }, talk: next } : undefined;
}

/** Returns true where a case is solved, or will be as soon as protection is back on. */
export function isSolved({ snapshot }: Conversation): boolean {
  const prompt = promptOf(snapshot);
  return snapshot.context.leaving === 'resolved' || (prompt.kind === 'closed' && prompt.outcome === 'resolved');
}

/** Clauses of a message that are heard one by one. */
const mostClauses = 4;
/** Intents of which nothing follows for the desk. */
const polite: readonly (Intent | undefined)[] = ['thanks', 'greeting'];

/** Returns true for what is not for the desk: it asks the bot itself for something and says nothing else, or it is nothing but thanks; or it tells what is wrong with another PC. */
function isForBot(talk: Conversation, heard: Understood): boolean {
  const { message, errorCodes, drive } = heard.facts;
  const isTrouble = heard.topic === 'problem' || [message, errorCodes, drive].some((fact) => fact !== undefined);
  if (isTrouble && heard.about === 'another' && beginsAnew(talk, heard)) return true;
  const clauses = allClausesOf(heard.text, mostClauses);
  if (clauses.length === 1) return isOwn(heard);
  return clauses.length > 1 && clauses.every((one) => polite.includes(heardAt(talk, one).intent));
}

/** Returns true for words by which the bot itself is asked for something, or thanked. */
const isOwn = (heard: Understood): boolean =>
  (heard.intent !== undefined && own.includes(heard.intent)) ||
  choiceSpoken(heard) !== undefined ||
  heard.language !== undefined;

/** Returns the button that a message names; none where it has a number, which answers what staff asked rather than counts the buttons. */
const choiceSpoken = ({ choice, text }: Understood): string | undefined =>
  /\p{Number}/u.test(text) ? undefined : choice;

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
