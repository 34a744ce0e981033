import type { Event, Keep, Say } from '../../flows/context.ts';
import type { Facts } from '../../flows/facts.ts';
import type { ListId } from '../../flows/lists.ts';
import { promptOf, type Snapshot, start, step } from '../../flows/session.ts';
import type { Promised } from '../desk/promise.ts';
import { digest } from '../lib/hash.ts';
import type { Language, StaffAct } from '../types.ts';

/** A lead: something said before the prompt, namely a sentence, the answer to a side question, the facts that were understood, the meaning of a code, the desk's answer, a notice of a desk, which is heard before the prompt is shown (`until`: when it ends), that the person waits until a time in epoch milliseconds, or the person's own words that are asked about. `again`: the sentence was said in the turn before, and is left out (earlier versions say it once more). */
export type Lead =
  | Say
  | { readonly say: 'steps-above' | 'message-above'; readonly again: true }
  /** The person's words wait for a desk that is away. Earlier versions say that it was passed on. */
  | { readonly say: 'passed-on'; readonly waits: true }
  /** A file that the person sent is not passed on to the desk, or without the secrets in it. */
  | { readonly say: 'file-kind' | 'file-large' | 'file-cleared' }
  /** The list of steps that is shown once more. */
  | { readonly say: 'earlier'; readonly list: ListId }
  | { readonly noted: Facts }
  | { readonly code: string }
  /** The desk's answer, and the name of its author; empty if it is not known (earlier versions left it out). `corrects`: it replaces the answer before it. `about`: what a late answer is about, where the person may have lost sight of that; earlier versions do not say it. */
  | { readonly desk: string; readonly by?: string; readonly corrects?: boolean; readonly about?: AnswerAbout }
  /** What staff did with the case. */
  | { readonly say: `desk-${StaffAct}`; readonly by: string }
  /** What a desk promised, in place of the general answer to when it answers, as it was told at a time in epoch milliseconds, in a time zone (IANA). `danger`: data is in danger. Earlier versions give the general answer. */
  | {
      readonly answer: 'when-answer';
      readonly promised: Promised;
      readonly at: number;
      readonly zone: string;
      readonly danger: boolean;
    }
  | { readonly notice: string; readonly until: NoticeEnd }
  | { readonly waitsUntil: number }
  | { readonly quoted: string }
  /** A language model reads along, and where it runs. Earlier versions cannot say it. */
  | { readonly model: string }
  /** An answer of the helpdesk, by its id. Earlier versions cannot say it. */
  | { readonly own: string };

/** What a late answer of a desk is about: a case before the present one, or what the person wrote at a time, epoch milliseconds, on a day that is told in a time zone (IANA). */
export type AnswerAbout = 'earlier case' | { readonly at: number; readonly zone: string };

/** The end of a notice: epoch milliseconds, the time zone (IANA) in which it is told, and if it was to end on the day on which it was heard. */
export interface NoticeEnd {
  readonly at: number;
  readonly zone: string;
  readonly today: boolean;
}

/** A conversation in memory: plain data and the snapshot of the state machine. */
export interface Conversation {
  readonly language: Language;
  /** True if the person chose the language, by a button or by word; until then it is that in which they write. */
  readonly languageChosen: boolean;
  /** False if the person wants no language model to read along. */
  readonly assisted: boolean;
  readonly snapshot: Snapshot;
  readonly lead: readonly Lead[];
}

/** Opens a conversation with a greeting and the first question. `keep`: the memory to begin with, by default empty. */
export function openConversation(language: Language, keep: Partial<Keep> = {}): Conversation {
  const { snapshot, says } = start(keep);
  return { language, languageChosen: false, assisted: true, snapshot, lead: [{ say: 'greeting' }, ...says] };
}

/** Returns the conversation with more leads, which are said before the prompt. */
export const withLead = (talk: Conversation, ...lead: readonly Lead[]): Conversation => ({
  ...talk,
  lead: [...talk.lead, ...lead],
});

/** Returns the desk's answer if this turn passes one on, else undefined. */
export const deskAnswerIn = ({ lead }: Conversation): string | undefined => lead.find((one) => 'desk' in one)?.desk;

/** Returns the person's words that this turn asks about; empty if there are none. */
export const quotedIn = ({ lead }: Conversation): string => lead.find((one) => 'quoted' in one)?.quoted ?? '';

/** Returns the notice that this turn has the person hear before the prompt; undefined if there is none. */
export const noticeIn = ({ lead }: Conversation): Extract<Lead, { readonly notice: string }> | undefined =>
  lead.find((one) => 'notice' in one);

/** Sends an event to the state machine. An event that the present state does not accept counts as not understood. */
export function sendEvent(talk: Conversation, event: Event): Conversation {
  const taken = talk.snapshot.can(event) ? event : ({ type: 'unclear', candidates: [] } as const);
  const { snapshot, says } = step(talk.snapshot, taken);
  return { ...talk, snapshot, lead: [...talk.lead, ...says] };
}

/** Returns the id of the present view: `question.origin`, `step.P1.3`, `closed.resolved`. */
export function placeOf(snapshot: Snapshot): string {
  const prompt = promptOf(snapshot);
  const { context } = snapshot;
  const { candidates } = context;
  // What was seen on another picture joins the question: a press on the one before it says nothing of that.
  if (candidates.some((reading) => 'from' in reading)) return `clarify.${digest(JSON.stringify(candidates))}`;
  if (candidates.length > 0) return 'clarify';
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

/** The id of the view that shows a notice in place of the prompt. */
export const noticeView = 'desk-notice';

/** Returns the id of the view that a conversation shows: that of its notice, or of its place. */
export const viewIdOf = (talk: Conversation): string =>
  noticeIn(talk) === undefined ? placeOf(talk.snapshot) : noticeView;
