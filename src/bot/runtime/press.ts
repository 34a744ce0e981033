import type { Prompt } from '../../flows/context.ts';
import { promptOf } from '../../flows/session.ts';
import { type Conversation, noticeIn, placeOf, viewIdOf } from '../conversation/conversation.ts';
import { choiceAtNotice } from '../conversation/notices.ts';
import { stepOf } from '../conversation/on-steps.ts';
import { wordsIn } from '../i18n.ts';
import { languageButton, languageOfButton } from '../languages.ts';
import type { Incoming } from '../ports.ts';
import type { Input } from '../types.ts';
import { choiceNamed } from '../view/choices.ts';
import type { Lease } from './deps.ts';
import type { Post } from './lanes.ts';
import type { ConversationRecord, Press } from './record.ts';
import { fromSnapshot } from './snapshot.ts';

/** Returns the press of a button or a form; undefined for any other input. */
export function pressIn({ input, on }: Incoming, { now }: Lease): Press | undefined {
  if (input.type === 'choice') return { to: input.to, choice: input.choice, on, at: now };
  return input.type === 'form' ? { to: input.to, choice: 'form', on, at: now } : undefined;
}

/** Returns true for the second click of a double click: it is equal to the last one and was made before the answer to that could be seen. A press on another message is none. */
export function isTwin(
  { last, lanes, talk }: ConversationRecord,
  { to, choice, on, at }: Press,
  { policy }: Lease,
): boolean {
  if (last === null || last.to !== to || last.choice !== choice) return false;
  const together = on !== null && last.on !== null;
  if (together && on !== last.on) return false;
  const unseen = lanes.channel.jobs.some(({ kind }) => kind === 'post');
  return unseen || (at - last.at < policy.doubleClickWindow && (together || viewIdOf(fromSnapshot(talk)) !== to));
}

/** Returns the label of the button or form that was used in the present view; undefined if the input used none of it. */
export function chosenLabel(talk: Conversation, input: Input): string | undefined {
  const { snapshot, language } = talk;
  if ((input.type !== 'choice' && input.type !== 'form') || input.to !== viewIdOf(talk)) return undefined;
  if (input.type === 'choice') {
    // What a channel may offer beside every view.
    const wanted = languageOfButton(input.choice);
    if (wanted !== undefined) return languageButton(wanted).label;
    if (noticeIn(talk) !== undefined) return choiceAtNotice(input.choice, talk)?.label;
    const step = stepOf(input.choice);
    if (step !== undefined) return wordsIn(language).text('choices:step', { step });
    return choiceNamed(input.choice, snapshot, wordsIn(language))?.label;
  }
  return promptOf(snapshot).kind === 'form' ? wordsIn(language).text('choices:submit') : undefined;
}

/** The prompts that show a part of a list, or all of it. */
const parts: readonly Prompt['kind'][] = ['list', 'step', 'stuck'];

/** Returns the message whose place the reply to a press takes: a message shows one list, and pressing its buttons turns its pages. Null: the reply is a message of its own. */
export function replacedBy(
  { on, to }: Press,
  { talk, live, lanes }: ConversationRecord,
  next: Conversation,
): Post['instead'] {
  const [was, now] = [promptOf(fromSnapshot(talk).snapshot), promptOf(next.snapshot)];
  // A notice stays to be read.
  if (noticeIn(fromSnapshot(talk)) !== undefined || noticeIn(next) !== undefined) return null;
  const turns = parts.includes(was.kind) && parts.includes(now.kind) && 'id' in was && 'id' in now && was.id === now.id;
  const isOpen = live.some(({ message, view }) => message === on && view === to);
  const moved = placeOf(next.snapshot) !== to && next.snapshot.context.candidates.length === 0;
  return turns && moved && isOpen && lanes.channel.jobs.every(({ kind }) => kind !== 'post') ? on : null;
}
