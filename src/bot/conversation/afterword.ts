import type { Intent, Reading } from '../../flows/events.ts';
import type { Facts } from '../../flows/facts.ts';
import { widthOf } from '../lib/width.ts';
import type { Input } from '../types.ts';
import { hasNothing, soundsLikeAfterword } from '../understanding/afterword.ts';
import type { Understood } from '../understanding/index.ts';
import { clausesOf } from './clauses.ts';
import { type Conversation, type Lead, sendEvent, withLead } from './conversation.ts';
import { inLanguageOf } from './language.ts';
import { beginsAnew } from './new-case.ts';
import { hear, heardAt } from './on-text.ts';
import { longestNote, type Relayed } from './relay.ts';

const says = ({ lead }: Conversation, ...sentences: readonly string[]): boolean =>
  lead.some((one) => 'say' in one && sentences.includes(one.say));

/** Returns a conversation whose person has just said whether the bot helped with the invitation to add a word for the desk that had the case; any other as it is. */
export const withInvitation = (talk: Conversation): Conversation =>
  says(talk, 'rated', 'rated-bad') ? withLead(talk, { say: 'word-welcome' }) : talk;

/** Returns what becomes of the message after that invitation, or of an edit of it: a word for the desk, redacted, or that there is none. Undefined for any other input, and for what tells or asks anything: that goes its usual way. */
export function afterword(before: Conversation, input: Input): Relayed | undefined {
  const isNext = input.type === 'text' && says(before, 'word-welcome');
  if (!isNext && !(input.type === 'edit' && says(before, 'word-passed'))) return undefined;
  const talk = inLanguageOf(input.text, { ...before, lead: [] });
  if (hasNothing(input.text)) return { note: undefined, talk: sendEvent(talk, { type: 'got-it' }) };
  const heard = heardAt(talk, input.text);
  // 「はい、とても丁寧でした」: the yes is to the invitation.
  const { rest } = clausesOf(heard.text);
  const text = heard.text.trim();
  const isYes = heard.intent === 'yes' && /\p{L}/u.test(rest);
  if (!soundsLikeAfterword(text) || !isWord(talk, isYes ? heardAt(talk, rest) : heard)) {
    const isThanks = heard.intent !== undefined && polite.includes(heard.intent);
    const isNew = isThanks && !soundsLikeAfterword(rest) && beginsAnew(talk, heardAt(talk, rest));
    return isNew ? { note: undefined, talk: hear(talk, rest) } : undefined;
  }
  const warnings: readonly Lead[] = [
    ...(heard.secrets.length > 0 ? ([{ say: 'secret-removed' }] as const) : []),
    ...(text.length > longestNote ? ([{ say: 'cut' }] as const) : []),
  ];
  return {
    note: { kind: 'remark', text: text.slice(0, longestNote) },
    talk: withLead(talk, ...warnings, { say: 'word-passed' }),
  };
}

/** Intents that are a courtesy before whatever follows. */
const polite: readonly Intent[] = ['thanks', 'got-it', 'greeting'];
/** The least width of a word for the desk. */
const least = 6;
/** Intents that a word for the desk may have. */
const kind: readonly Intent[] = ['thanks', 'solved'];
const isKind = (reading: Reading): boolean => 'intent' in reading && kind.includes(reading.intent);

/** Returns true for a message that neither tells a fact, but that it works, nor asks for anything. */
function isWord(talk: Conversation, heard: Understood): boolean {
  const { text, choice, language, intent, tried, to, about, topic, facts, candidates } = heard;
  // What is known of the case is no news: 「会社のPCの件、助かりました」.
  const known: Facts = talk.snapshot.context.facts;
  const news = Object.entries(facts).filter(([slot, value]) => known[slot as keyof Facts] !== value);
  return (
    [choice, language, tried, to, about].every((one) => one === undefined) &&
    (intent === undefined || kind.includes(intent)) &&
    (topic === undefined || topic === 'upset') &&
    news.every(([slot, value]) => slot === 'message' && value === 'activated') &&
    candidates.every(isKind) &&
    !beginsAnew(talk, { ...heard, facts: Object.fromEntries(news) }) &&
    widthOf(text.trim()) >= least
  );
}
