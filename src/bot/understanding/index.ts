import { type Intent, type Reading, type Recipient, recipients, type Topic } from '../../flows/events.ts';
import { type Facts, forget } from '../../flows/facts.ts';
import type { ListId } from '../../flows/lists.ts';
import type { QuestionId } from '../../flows/questions.ts';
import type { Language } from '../types.ts';
import type { Asked } from './asked.ts';
import { choiceOf } from './choice.ts';
import { codesHere } from './codes-here.ts';
import { decide } from './decide.ts';
import { fold, longest } from './fold.ts';
import { languageIn } from './language-asked.ts';
import { answerTo, recipientCalled, triedAs } from './meanings.ts';
import { withOrigin } from './origin-told.ts';
import { quoteOf } from './quote.ts';
import { redact, type Secret } from './redact.ts';
import { namesEarlier, stepNamed } from './step-named.ts';

export type { Asked } from './asked.ts';

/** The case that somebody speaks of who writes after the end; undefined: they do not say. */
export type CaseNamed = 'same' | 'another' | undefined;

/** What a message says, as far as it is certain. */
export interface Understood {
  /** The message without the secrets that were in it. */
  readonly text: string;
  readonly secrets: readonly Secret[];
  /** The shown choice that was picked by its number or its label. */
  readonly choice: string | undefined;
  /** The labels of what was read (`docs/labels.md`), the likeliest first. */
  readonly labels: readonly string[];
  /** What was told; never guessed. */
  readonly facts: Facts;
  /** The language that is asked for. */
  readonly language: Language | undefined;
  /** At most one thing that is meant besides. */
  readonly intent: Intent | undefined;
  /** The case that is meant, where the last one has ended. */
  readonly about: CaseNamed;
  /** The step of a list that is named. */
  readonly step: number | undefined;
  /** True if the steps are named that were shown before the present ones. */
  readonly earlier: boolean;
  /** A list that was tried before. */
  readonly tried: ListId | undefined;
  /** Whom the person wants to write to. */
  readonly to: Recipient | undefined;
  /** What is asked in passing. */
  readonly topic: Topic | undefined;
  /** Up to three readings to ask about when nothing is sure, or when one of them would do harm if it were missed. */
  readonly candidates: readonly Reading[];
  /** The person's own words that the first candidate rests on; empty where nothing is asked. */
  readonly quote: string;
}

/** Reads one message in the light of what the person is looking at. */
export function understand(text: string, asked: Asked): Understood {
  // More than is read, so that a secret is found whole where the text is cut.
  const clean = withoutEnd(redact(text.slice(0, 2 * longest)), text.length > 2 * longest);
  const folded = fold(clean.text);
  const read = decide(folded, asked);
  const errorCodes = codesHere(clean.text, folded, asked, read.labels);
  const labelled = (name: string) => read.labels.find((label) => label.startsWith(`${name}=`))?.slice(name.length + 1);
  // It is the false warning that beeps.
  const heard = labelled('scam') === undefined ? read.facts : forget(read.facts, ['drive']);
  // Protection that was paused, and is not told to be on again, has to be put back.
  const lowered = labelled('protection') === undefined && read.labels.includes('tried=security');
  // A part that is named was changed.
  const parted: Facts = heard.part !== undefined && heard.hardware === undefined ? { hardware: 'changed' } : {};
  const told = withOrigin({ ...heard, ...parted, ...(lowered && { protection: 'off' as const }) }, asked);
  const answer = Object.keys(told).length > 0 ? undefined : answerOf(asked.question, read.intent);
  const facts = { ...answer, ...told, ...(errorCodes.length > 0 && { errorCodes }) };
  const language = languageIn(folded);
  const intent = language !== undefined || answer !== undefined ? undefined : read.intent;
  const about = asked.at === 'closed' ? caseNamed(labelled('case')) : undefined;
  const writes = read.labels.includes('intent=write');
  // A wish for a text may name its recipient as an answer to "to whom?" does.
  const wished = writes ? decide(folded, { ...asked, ...toWhom }).labels : [];
  const named = [...read.labels, ...wished].find((label) => label.startsWith('to='));
  const to = recipients.find((one) => named === `to=${one}`) ?? (writes ? recipientCalled(folded) : undefined);
  const choice = choiceOf(clean.text, folded, asked.choices) ?? (asked.at === 'recipient' ? to : undefined);
  // Who entered a doubtful key has not tried a genuine one.
  const tried = told.key === 'doubtful' ? undefined : triedAs[labelled('tried') ?? ''];
  const said = [choice, language, intent, read.topic, tried].some((one) => one !== undefined);
  const certain = (said && read.topic !== 'problem') || Object.keys(facts).length > 0;
  // A question read only because a step would do harm says little about the rest.
  const alarms = read.alarms.map((reading) => JSON.stringify(reading));
  const outdone = certain || read.asked.some((one) => 'facts' in one && !alarms.includes(JSON.stringify(one)));
  const topic = read.topic === 'problem' && outdone ? undefined : read.topic;
  // At the form, what is not understood is for the letter.
  const open = certain || topic !== undefined || asked.at === 'form' ? read.alarms : read.asked;
  const candidates = labelled('scam') === undefined ? open : open.filter((one) => !('facts' in one && one.facts.drive));
  return {
    ...clean,
    choice,
    labels: read.labels,
    facts,
    language,
    intent,
    to,
    topic,
    candidates,
    quote: candidates.length > 0 && read.doubt !== undefined ? quoteOf(clean.text, read.doubt, asked) : '',
    about,
    step: stepNamed(folded),
    earlier: namesEarlier(folded),
    tried,
  };
}

const toWhom = { question: undefined, at: 'recipient' } as const;

/** Characters (UTF-16) in which a secret may stand that was cut in two. */
const brink = 600;
/** Returns a text that was cut without its end, where a secret may have lost the part by which it is known. */
const withoutEnd = <T extends { readonly text: string }>(clean: T, isCut: boolean): T =>
  isCut ? { ...clean, text: clean.text.slice(0, Math.max(0, clean.text.length - brink)) } : clean;

const caseNamed = (name: string | undefined): CaseNamed => (name === 'same' || name === 'another' ? name : undefined);

/** The facts that a bare yes or no tells where the question is put so. */
const answerOf = (id: QuestionId | undefined, meant: Intent | undefined): Facts | undefined =>
  id !== undefined && (meant === 'yes' || meant === 'no') ? answerTo(id, meant) : undefined;
