import type { Prompt } from '../../flows/context.ts';
import type { Intent, Recipient } from '../../flows/events.ts';
import { has } from '../../flows/lists.ts';
import { addresseeOf } from '../../flows/recipient.ts';
import { promptOf } from '../../flows/session.ts';
import { wordsIn } from '../i18n.ts';
import { languageOfButton } from '../languages.ts';
import type { DeskNotice, NoticeMatch } from '../ports.ts';
import type { Choice, Input } from '../types.ts';
import { understand } from '../understanding/index.ts';
import { choiceNamed, noticeChoices } from '../view/choices.ts';
import { endSeen } from '../view/notice-words.ts';
import { isRepeat } from '../view/repeat.ts';
import { type Conversation, deskAnswerIn, noticeIn, noticeView, placeOf, sendEvent, withLead } from './conversation.ts';
import { speak } from './language.ts';

/** Recipients of letters that nobody puts off. */
const urgent: readonly Recipient[] = ['specialist', 'bank', 'police'];

/** Returns the first notice that a person hears before the steps, or before the message to a person, that are to be shown now; undefined if none matches, or each was heard (`heard`: their ids). What saves data waits for no notice, unless that is about the very list. */
function noticeFor(
  talk: Conversation,
  notices: readonly DeskNotice[],
  heard: readonly string[],
): DeskNotice | undefined {
  const { context } = talk.snapshot;
  const prompt = promptOf(talk.snapshot);
  if (notices.length === 0 || context.candidates.length > 0 || deskAnswerIn(talk) !== undefined) return undefined;
  const handing = prompt.kind === 'recipient' || prompt.kind === 'form';
  const isGrave = context.facts.drive === 'failing' || context.facts.data === 'lost';
  if (handing ? isGrave || urgent.includes(addresseeOf(context)) : !isListed(prompt)) return undefined;
  return notices.find(({ id, match }) => !heard.includes(id) && fits(match, talk, prompt));
}

type Listed = Extract<Prompt, { readonly kind: 'list' | 'step' | 'stuck' | 'check' }>;
const isListed = (prompt: Prompt): prompt is Listed =>
  prompt.kind === 'list' || prompt.kind === 'step' || prompt.kind === 'stuck';

function fits({ origin, code, list }: NoticeMatch, { snapshot }: Conversation, prompt: Prompt): boolean {
  const { facts, shown } = snapshot.context;
  const isOrigin = origin === null || facts.origin === origin;
  const isCode = code === null || (facts.errorCodes?.includes(code) ?? false);
  if (!isOrigin || !isCode) return false;
  if (!isListed(prompt)) return list === null || shown.includes(list);
  return list === null ? !has(prompt.id, 'protects-data') : prompt.id === list;
}

/** Returns the conversation with a notice that is heard at `now`, epoch milliseconds, in place of what would be shown. */
function withNotice(talk: Conversation, { text, until, zone }: DeskNotice, now: number): Conversation {
  const notice = { notice: text, until: endSeen(until, zone, now) };
  return { ...talk, lead: [...talk.lead.filter((lead) => !isRepeat(lead)), notice] };
}

/** The number of heard notices that are remembered. */
const remembered = 50;

/** Returns the conversation with the notice that the person hears before what is to be shown, if there is one, and the ids of the notices that were heard then. `now`: epoch milliseconds. */
export function hearFirst(
  talk: Conversation,
  heard: readonly string[],
  { notices, now }: { readonly notices: readonly DeskNotice[]; readonly now: number },
): { readonly talk: Conversation; readonly noticed: readonly string[] } {
  const notice = noticeFor(talk, notices, heard);
  if (notice === undefined) return { talk, noticed: heard };
  return { talk: withNotice(talk, notice, now), noticed: [...heard, notice.id].slice(-remembered) };
}

/** Applies an input that answers the notice that is shown, or leaves it where it is. Returns undefined for any other input, which goes on behind it. */
export function answerNotice(before: Conversation, input: Input): Conversation | undefined {
  const notice = noticeIn(before);
  if (notice === undefined) return undefined;
  const talk: Conversation = { ...before, lead: [] };
  switch (input.type) {
    case 'choice': {
      if (input.to !== noticeView) return withLead(talk, { say: 'not-a-choice' }, notice);
      const wanted = languageOfButton(input.choice);
      return wanted === undefined ? chosen(talk, input.choice, notice) : withLead(speak(talk, wanted), notice);
    }
    case 'form':
      return withLead(talk, { say: 'not-a-choice' }, notice);
    case 'malformed':
      return withLead(talk, { say: 'malformed' }, notice);
    case 'text':
      return input.text.trim() === ''
        ? withLead(talk, { say: 'welcome-back' }, notice)
        : said(talk, input.text, notice);
    default:
      return undefined;
  }
}

const own: readonly string[] = ['notice-on', 'notice-wait'];

/** Returns the button of this id that may be pressed on a notice: one that is shown, or the end of the talk. */
export const choiceAtNotice = (id: string, { snapshot, language }: Conversation): Choice | undefined =>
  noticeChoices(snapshot, wordsIn(language)).find((choice) => choice.id === id) ??
  (id === 'cancel' ? choiceNamed(id, snapshot, wordsIn(language)) : undefined);

type Shown = NonNullable<ReturnType<typeof noticeIn>>;

/** Follows a button of the notice; undefined for one of the commands beside them. */
function chosen(talk: Conversation, choice: string, notice: Shown): Conversation | undefined {
  if (choice === 'notice-on') return talk;
  if (choice !== 'notice-wait')
    return choiceAtNotice(choice, talk) === undefined ? withLead(talk, { say: 'not-a-choice' }, notice) : undefined;
  const closed = sendEvent(talk, { type: 'cancel' });
  // Protection that is lowered is put back before.
  return placeOf(closed.snapshot) === 'closed.cancelled' ? withLead(closed, { waitsUntil: notice.until.at }) : closed;
}

/** Intents by which a person wants to go on all the same, and by which they take note of what they heard. */
const onward: readonly Intent[] = [
  ...([
    'no',
    'next',
    'steps',
    'all',
    'done',
    'repeat',
    'continue',
    'skip',
    'stuck',
    'dont-know',
    'not-solved',
  ] as const),
];
const noted = ['thanks', 'got-it'] as const satisfies readonly Intent[];

/** Follows words that answer the notice; undefined for any others, which may tell or ask anything. A yes answers neither of its buttons. */
function said(talk: Conversation, text: string, notice: Shown): Conversation | undefined {
  const choices = noticeChoices(talk.snapshot, wordsIn(talk.language)).filter(({ id }) => own.includes(id));
  const heard = understand(text, { question: undefined, at: 'clarify', choices });
  if (heard.choice !== undefined) return chosen(talk, heard.choice, notice);
  const { topic, language, facts, secrets, tried, step, candidates } = heard;
  const more = [topic, language, tried, step].some((one) => one !== undefined);
  if (more || secrets.length > 0 || Object.keys(facts).length > 0) return undefined;
  const [likely, ...others] = candidates;
  const intent =
    heard.intent ?? (likely !== undefined && 'intent' in likely && others.length === 0 ? likely.intent : undefined);
  if (intent === 'not-yet') return chosen(talk, 'notice-wait', notice);
  if (intent === undefined) return candidates.length > 0 ? undefined : withLead(talk, { say: 'press-only' }, notice);
  if (onward.includes(intent)) return talk;
  if (intent === 'yes') return withLead(talk, notice);
  const polite = noted.find((one) => one === intent);
  return polite === undefined ? undefined : withLead(sendEvent(talk, { type: polite }), notice);
}
