import type { Topic } from '../../flows/events.ts';
import type { Clause } from './clause.ts';
import { topics } from './lexicon/topic.ts';

/** What is asked in passing. */
export function readTopic(clauses: readonly Clause[]): Topic | undefined {
  return topics.find(({ shape, always }) =>
    clauses.some(({ text, asks }) => (asks || always === true) && shape.test(text)),
  )?.topic;
}
