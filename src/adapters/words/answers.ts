import type { Phrase } from '../../../locales/language.ts';
import type { OwnAnswer } from '../../bot/helpdesk.ts';
import { defaultLanguage, languages } from '../../bot/languages.ts';
import type { Language } from '../../bot/types.ts';
import { type Topic, topics } from '../../flows/events.ts';
import type { JsonFile, Problem } from './json.ts';
import { parsePhrase } from './phrase.ts';
import { wrongWithAnswer } from './rules.ts';

const most = { answers: 200, phrases: 100, lines: 3 };
const idPattern = /^[a-z0-9][a-z0-9-]{0,40}$/;
type Path = readonly (string | number)[];

/** Reads the answers of the helpdesk: each with the phrases by which it is asked for in each language, and its words, or the id of an answer of the product. */
export function readAnswers({ content, problem }: JsonFile): {
  readonly answers: readonly OwnAnswer[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const wrong = (path: Path, what: string) => void problems.push(problem(path, what));
  const objectAt = (path: Path, given: unknown): Readonly<Record<string, unknown>> => {
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Record<string, unknown>;
    wrong(path, 'must be an object: { … }');
    return {};
  };
  const listAt = (path: Path, given: unknown, limit: number): readonly string[] => {
    const isList = Array.isArray(given) && given.length > 0 && given.length <= limit;
    if (isList && given.every((one) => typeof one === 'string')) return given;
    wrong(path, `must be a list of 1 to ${limit} texts: ["…", "…"]`);
    return [];
  };
  const byLanguage = (path: Path, given: unknown) =>
    Object.entries(objectAt(path, given)).flatMap(([name, value]) => {
      const language = languages.find((one) => one === name);
      if (language === undefined)
        wrong([...path, name], `there is no language ${name}; there are ${languages.join(', ')}`);
      return language === undefined ? [] : [{ language, value, at: [...path, name] }];
    });

  const phrasesIn = (path: Path, given: unknown): readonly Phrase[] =>
    byLanguage(path, given).flatMap(({ value, at }) =>
      listAt(at, value, most.phrases).flatMap((written, n) => {
        try {
          return [parsePhrase(written)];
        } catch (error) {
          wrong([...at, n], error instanceof Error ? error.message : String(error));
          return [];
        }
      }),
    );
  const wordsIn = (path: Path, given: unknown): OwnAnswer['answer'] => {
    const says: Partial<Record<Language, readonly string[]>> = {};
    for (const { language, value, at } of byLanguage(path, given)) {
      const lines = listAt(at, value, most.lines);
      const bad = wrongWithAnswer(language, lines);
      if (bad !== undefined) wrong(at, bad);
      says[language] = lines;
    }
    if (says[defaultLanguage] === undefined)
      wrong(path, `the words in ${defaultLanguage} are missing: whoever speaks no other language gets these`);
    return { says };
  };
  const topicAt = (path: Path, given: unknown): Topic | undefined => {
    const topic = topics.find((one) => one === given);
    if (topic === undefined) wrong(path, 'there is no answer of this id; npm run words -- list answers prints all');
    return topic;
  };

  const entries = Object.entries(objectAt([], content));
  if (entries.length > most.answers) wrong([], `there are more than ${most.answers} answers`);
  const answers = entries.flatMap(([id, given]): readonly OwnAnswer[] => {
    if (!idPattern.test(id)) wrong([id], 'an id has small letters, digits and hyphens, at most 41');
    const { asked, says, topic, ...others } = objectAt([id], given);
    for (const name of Object.keys(others)) wrong([id, name], `there is no ${name}; there are asked, says and topic`);
    if ((says === undefined) === (topic === undefined)) {
      wrong([id], 'must have either "says", its words, or "topic", the id of an answer of the product');
      return [];
    }
    if (asked === undefined) wrong([id], '"asked" is missing: the phrases by which people ask for it');
    const phrases = asked === undefined ? [] : phrasesIn([id, 'asked'], asked);
    const known = topic === undefined ? undefined : topicAt([id, 'topic'], topic);
    if (topic !== undefined) return known === undefined ? [] : [{ id, asked: phrases, answer: { topic: known } }];
    return [{ id, asked: phrases, answer: wordsIn([id, 'says'], says) }];
  });
  return { answers, problems };
}
