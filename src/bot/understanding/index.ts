import { catalogue } from '../../flows/codes.ts';
import type { Intent, Reading, Recipient, Topic } from '../../flows/events.ts';
import { type Facts, forget, type Slot } from '../../flows/facts.ts';
import type { ListId } from '../../flows/lists.ts';
import { type QuestionId, question } from '../../flows/questions.ts';
import type { Language } from '../types.ts';
import type { Asked } from './asked.ts';
import { askedBack } from './asked-back.ts';
import { choiceOf } from './choice.ts';
import { allClausesOf, type Clause, clausesOf } from './clause.ts';
import { findCodes } from './codes.ts';
import { agree, decide } from './decide.ts';
import { fold, longest } from './fold.ts';
import { hearPhrases } from './hear-phrases.ts';
import { languageIn } from './language-asked.ts';
import { notTheOne, recipientNames } from './lexicon/recipient.ts';
import { notesIn } from './notes.ts';
import { type CaseNamed, readCase } from './read-case.ts';
import { isDisputed, isItOver } from './read-end.ts';
import { readFacts } from './read-facts.ts';
import { readGuesses } from './read-guesses.ts';
import { appeals, following, readIntent } from './read-intent.ts';
import { asksMeaning, plansCopies, readTopic, tellsProblem, tellsScam, tellsScamInAll } from './read-topic.ts';
import { readTried } from './read-tried.ts';
import { redact, type Secret } from './redact.ts';
import { stepNamed } from './step-named.ts';
import { isVague } from './vague.ts';

export type { Asked } from './asked.ts';

/** What a message says, as far as it is certain. */
export interface Understood {
  /** The message without the secrets that were in it. */
  readonly text: string;
  readonly secrets: readonly Secret[];
  /** The shown choice that was picked by its number or its label. */
  readonly choice: string | undefined;
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
  /** A list that was tried before. */
  readonly tried: ListId | undefined;
  /** What is asked in passing. */
  readonly topic: Topic | undefined;
  /** Up to four readings to ask about when nothing is sure. */
  readonly candidates: readonly Reading[];
}

/** What is only asked or told: who asks for a number wants no person yet, who forgot a password knows the answer. */
const only: Partial<Record<Topic, Intent>> = {
  'phone-number': 'human',
  'who-are-you': 'human',
  'specialist-hours': 'not-yet',
  account: 'dont-know',
  firewall: 'dont-know',
  backup: 'dont-know',
};
/** A message with more characters (UTF-16) is read by the patterns alone, so that no text takes long. */
const short = 400;
const knownCodes = [...catalogue.keys()];

/** Reads one message in the light of what the person is looking at. */
export function understand(text: string, asked: Asked): Understood {
  // More than is read, so that a secret is found whole where the text is cut.
  const clean = redact(text.slice(0, 2 * longest));
  const folded = fold(clean.text);
  const about = asked.at === 'closed' ? readCase(folded) : undefined;
  const cut = clausesOf(folded);
  // What is said of another PC after the end is no aside: help is asked for it.
  const clauses = about === 'another' ? cut.map((clause) => ({ ...clause, others: false })) : cut;
  const errorCodes = ownCodes(findCodes(clean.text, asked.question === 'screen', knownCodes), clauses);
  // A false warning asks to start, to call, to restart: none of that is what the person wants; and it is the warning that beeps.
  const plain = clauses.some(tellsScam);
  const quoted = !plain && /["「『“]/.test(folded) && allClausesOf(folded).some(tellsScam);
  const alarmed = plain || quoted || tellsScamInAll(folded);
  const read = readFacts(clauses, folded, about === 'another' ? { question: asked.question } : asked);
  const works = read.facts.message === 'activated';
  const disputed = works && isDisputed(clauses, folded);
  const gone: readonly Slot[] = [...(alarmed ? (['drive'] as const) : []), ...(disputed ? (['message'] as const) : [])];
  const told = { ...read, facts: forget(read.facts, gone) };
  const noted = readNotes(clean.text);
  const telling = Object.keys(told.facts).length > 0;
  const back = askedBack(asked.question, clauses);
  // Copying from a drive that fails may make it worse: whoever means to is told.
  const warned = asked.at === 'rescue' && plansCopies(clauses) ? 'may-copy' : undefined;
  const wondered = alarmed ? 'scam' : (back ?? readTopic(clauses) ?? warned);
  const meaning = alarmed ? clauses.filter((clause) => plain && !(clause.asks || tellsScam(clause))) : clauses;
  const phrases = hearPhrases(meaning, alarmed ? '' : folded, asked.at);
  const ended = readIntent(phrases, asked.at, telling);
  const heard = disputed && ended === 'solved' ? undefined : ended;
  const answered =
    heard !== undefined &&
    wondered !== undefined &&
    (only[wondered] === heard || (back !== undefined && heard === 'dont-know'));
  const meant = answered || isVague(heard, asked, clauses, folded) ? undefined : heard;
  // "Where is that button?" asks for help with the step; away from a list it asks where to look.
  const lost = meant === 'stuck' && wondered === 'where-to-look';
  // Who wants a person is not consoled first.
  const mood = meant === 'human' && (wondered === 'upset' || wondered === 'hurry');
  const topic = mood || (lost && following(asked.at)) ? undefined : wondered;
  const stuck = lost && !following(asked.at);
  const answer = telling ? undefined : answerTo(asked.question, meant);
  const facts = { ...noted, ...answer, ...told.facts, ...(errorCodes.length > 0 && { errorCodes }) };
  const unknown = topic === undefined && asksMeaning(clauses) ? 'dont-know' : undefined;
  // Who asks for a person in a language is taken to one; the language of the reply matters less.
  const language = alarmed || (meant !== undefined && appeals.includes(meant)) ? undefined : languageIn(folded);
  const settled = language !== undefined || answer !== undefined || stuck;
  const intent = settled ? undefined : (meant ?? unknown);
  const named = asked.at === 'recipient' ? recipientIn(clauses) : undefined;
  const choice = choiceOf(clean.text, folded, asked.choices) ?? named;
  const said = [choice, language, intent, topic].some((one) => one !== undefined);
  const sure = said || Object.keys(facts).length > 0;
  const doubted = phrases.doubted || disputed;
  const unsure = doubted ? isItOver : told.candidates.length > 0 ? told.candidates.slice(0, 4) : readGuesses(clauses);
  const silent = !sure && unsure.length === 0;
  const opening = asked.question === 'origin' && asked.origin === undefined;
  const learned = (silent || opening) && folded.length <= short ? decide(folded, asked) : undefined;
  const agreed =
    opening && learned !== undefined ? agree({ facts, intent }, answer ?? {}, learned) : { facts, intent, asked: [] };
  const taken = silent && learned !== undefined ? learned : agreed;
  const meanwhile = topic ?? (silent ? learned?.topic : undefined);
  const certain =
    [choice, language, taken.intent, meanwhile].some((one) => one !== undefined) || Object.keys(taken.facts).length > 0;
  const doubtful = silent ? (learned?.asked ?? []) : unsure.length > 0 && !sure ? unsure : agreed.asked;
  const candidates = certain ? [] : doubtful;
  const lament = !certain && candidates.length === 0 && tellsProblem(clauses) ? 'problem' : undefined;
  return {
    ...clean,
    choice,
    facts: taken.facts,
    language,
    intent: taken.intent,
    topic: meanwhile ?? lament,
    candidates,
    about,
    step: stepNamed(folded),
    tried: readTried(clauses),
  };
}

/** The codes that are not of somebody else's PC. */
function ownCodes(codes: readonly string[], clauses: readonly Clause[]): readonly string[] {
  const codesIn = (some: readonly Clause[]) => some.flatMap(({ text }) => findCodes(text, true, knownCodes));
  if (codes.length === 0 || !clauses.some(({ others }) => others)) return codes;
  const own = codesIn(clauses.filter(({ others }) => !others));
  const theirs = codesIn(clauses.filter(({ others }) => others));
  return codes.filter((code) => own.includes(code) || !theirs.includes(code));
}

/** What each of several short notes tells alone. */
function readNotes(text: string): Facts {
  const notes = notesIn(text);
  if (notes === undefined) return {};
  const folded = fold(notes);
  return readFacts(clausesOf(folded), folded, { question: undefined }).facts;
}

/** The one that a message names as whom to write to. */
const recipientIn = (clauses: readonly Clause[]): Recipient | undefined =>
  recipientNames.find(([name]) => clauses.some(({ fits }) => fits(name) && !fits(notTheOne)))?.[1];

/** The facts that a bare yes or no tells where the question is put so. */
function answerTo(id: QuestionId | undefined, meant: Intent | undefined): Facts | undefined {
  if (id === undefined || (meant !== 'yes' && meant !== 'no')) return undefined;
  const { options, [meant]: option } = question(id);
  return option === undefined ? undefined : options[option];
}
