import type { Topic } from '../../flows/events.ts';
import type { Clause } from './clause.ts';
import { problem } from './lexicon/topic/moods.ts';
import { scam, scamInAll } from './lexicon/topic/scam.ts';
import { topics } from './lexicon/topic.ts';
import { re } from './pattern.ts';
import { sift } from './sieve.ts';

/** What is asked in passing. */
export function readTopic(clauses: readonly Clause[]): Topic | undefined {
  return topics.find(({ shape, always }) => clauses.some(({ fits, asks }) => (asks || always) && fits(shape)))?.topic;
}

const copying = re`
  (?:コピー|移し|移す|移動|保存|退避|バックアップ|逃がし).{0,10}(?:たい|(?<!まし)ます(?!た)|する|よう(?:と|か)|予定|つもり)
  |\b(?:copy|back ?up|save|move)\b.{0,30}\b(?:usb|external|stick|cloud|onedrive|drive|files?|photos?|data|pictures|documents?|it|them|everything)\b`;

/** Returns true where somebody wishes or plans to copy files. */
export const plansCopies = (clauses: readonly Clause[]): boolean => clauses.some(({ fits }) => fits(copying));

/** Returns true for a clause that tells of a false warning, a false caller, remote control or a payment. */
export const tellsScam = ({ fits }: Clause): boolean => scam.some(({ shape }) => fits(shape));

/** Returns true where only the sentences together tell of one. */
export function tellsScamInAll(folded: string): boolean {
  const fits = sift(folded);
  return scamInAll.some(fits);
}

const meaning = re`
  (?:って(?:何|なに|なん)|とは(?:何|なに|なん)?)(?:です|でしょう|だ|の|こと|か)*$
  |の意味(?:は|が|って|を)|どういう(?:意味|こと|もの)`;

/** Whether somebody asks what a word means. */
export const asksMeaning = (clauses: readonly Clause[]): boolean => clauses.some(({ fits }) => fits(meaning));

/** Whether somebody says no more than that it does not work. */
export const tellsProblem = (clauses: readonly Clause[]): boolean =>
  clauses.some(({ fits, others }) => !others && fits(problem));
