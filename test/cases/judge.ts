import { agenda } from '../../src/flows/agenda.ts';
import type { Recipient } from '../../src/flows/events.ts';
import { type Facts, slots } from '../../src/flows/facts.ts';
import { type ListId, listIds } from '../../src/flows/lists.ts';
import { recipientOf } from '../../src/flows/recipient.ts';
import { promptOf } from '../../src/flows/session.ts';
import { type SituationId, situationsIn } from '../../src/flows/situations.ts';
import { type Card, type File, readCards } from './cards.ts';
import { personOf } from './person.ts';
import { play, type Turn } from './play.ts';
import { isListRow, type Row, ruleOf } from './rows.ts';

/** What a talk was like, by its card. */
export interface Verdict {
  readonly card: Card;
  readonly turns: readonly Turn[];
  /** When the row was named: at once, after one question, or later or never. */
  readonly named: 'at once' | 'after one question' | 'no';
  /** The lists that were given although the row bars them. */
  readonly barred: readonly ListId[];
  /** Whether the talk came to the right exit, and which it was. */
  readonly isRightExit: boolean;
  readonly exit: string;
}

/** Plays all cases of a file and judges each. */
export const measure = (file: File): readonly Verdict[] =>
  readCards(file).map((card) => judge(card, play(card.language, personOf(card))));

/** How well cases go, in talks. */
export interface Score {
  readonly of: number;
  /** Named at once or after one question. */
  readonly named: number;
  /** In which a barred list was given. */
  readonly barred: number;
  /** That came to the right exit. */
  readonly exit: number;
}

/** Returns the score of talks. */
export const scoreOf = (verdicts: readonly Verdict[]): Score => ({
  of: verdicts.length,
  named: verdicts.filter(({ named }) => named !== 'no').length,
  barred: verdicts.filter(({ barred }) => barred.length > 0).length,
  exit: verdicts.filter(({ isRightExit }) => isRightExit).length,
});

/** Judges a talk by its card. */
export function judge(card: Card, turns: readonly Turn[]): Verdict {
  const { barred } = ruleOf(card.row);
  const given = [...new Set(turns.flatMap(({ reply }) => reply.list ?? []))];
  const exit = exitOf(turns);
  return {
    card,
    turns,
    named: namedIn(card.row, turns, given),
    barred: given.filter((id) => barred.includes(id)),
    isRightExit: isRight(card, exit),
    exit: exit.join(' or '),
  };
}

function namedIn(row: Row, turns: readonly Turn[], given: readonly ListId[]): Verdict['named'] {
  const at = turns.findIndex((turn) => isNamed(row, turn));
  if (at === 0) return 'at once';
  // A list is found as well where it is the first that is given, however much was asked before.
  return at === 1 || given[0] === row ? 'after one question' : 'no';
}

/** The lists whose turn comes after others': that they are planned is enough. */
const late: readonly Row[] = ['P2', 'P3', 'P4', 'O2', 'O3', 'U2'];

/** Returns true if a row is known after a turn: by its situation, or by the lists that are planned. */
function isNamed(row: Row, { talk, reply }: Turn): boolean {
  if (row === '5b') return reply.view.id === 'closed.resolved';
  const { context } = talk.snapshot;
  if (isListRow(row)) {
    const planned = agenda(context).filter((item) => listIds.some((id) => id === item));
    return late.includes(row) ? planned.includes(row) : planned[0] === row;
  }
  if (row === '2l' && context.facts.network === 'blocked') return true;
  const situations = situationsOf(context.facts);
  return ruleOf(row).named.some((id) => situations.includes(id));
}

/** Returns the situations of a PC; where its origin is not known yet, those of every origin. */
const situationsOf = (facts: Facts): readonly SituationId[] =>
  (facts.origin === undefined ? slots.origin : [facts.origin]).flatMap((origin) => situationsIn({ ...facts, origin }));

/** An exit: an outcome, or whom a letter may go to; none: the person gave up. */
type Exit = readonly string[];

/** Returns the exit of a talk. */
function exitOf(turns: readonly Turn[]): Exit {
  const last = turns.at(-1);
  if (last === undefined) return [];
  const prompt = promptOf(last.talk.snapshot);
  const { recipient, facts, finished } = last.talk.snapshot.context;
  switch (prompt.kind) {
    case 'closed':
      return [prompt.outcome];
    case 'form':
      return [recipient ?? recipientOf(facts, finished)].filter((one) => one !== undefined);
    case 'recipient':
      return last.reply.view.choices.map(({ id }) => id);
    default:
      return [];
  }
}

/** The exits that are right for each that a card may name. */
const right: Readonly<Record<Exclude<Card['exit'], 'resolved' | 'none'>, readonly Recipient[]>> = {
  'police-bank': ['bank', 'police'],
  'it-admin': ['it-admin', 'administrator'],
  microsoft: ['microsoft', 'administrator'],
  seller: ['seller', 'employer', 'microsoft'],
  maker: ['maker', 'repairer', 'microsoft'],
  specialist: ['specialist'],
};

/** Returns true if an exit is right by a card. Where nobody has to be written to, each is, for no list helps the people who play; but who has solved it (5b) must be believed. */
function isRight({ row, exit }: Card, reached: Exit): boolean {
  if (exit === 'resolved' || exit === 'none') return row !== '5b' || exit === 'none' || reached.includes('resolved');
  const isOtherSubject = row === '0j' || row === '4b';
  if (isOtherSubject && reached.includes('cancelled')) return true; // It ends kindly, with where to ask.
  return right[exit].some((one) => reached.includes(one));
}
