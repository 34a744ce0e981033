import { describe, expect, test } from 'vitest';
import { writtenLanguages } from '../../src/bot/languages.ts';
import { files, readCards, readQuestions } from './cards.ts';
import { judge, measure, scoreOf } from './judge.ts';
import { personOf } from './person.ts';
import { play } from './play.ts';
import { rows } from './rows.ts';
import committed from './scores.json' with { type: 'json' };

describe.each(files)('the file of cases %s', (file) => {
  const cards = readCards(file);

  test('has three cases of each row and list in each language', () => {
    const count = (language: string, row: string) =>
      cards.filter((card) => card.language === language && card.row === row).length;
    const other = writtenLanguages.flatMap(({ language }) =>
      rows.filter((row) => count(language, row) !== 3).map((row) => `${row} ${language}: ${count(language, row)}`),
    );
    expect(other).toEqual([]);
  });

  test('has fifty questions in each language beside it', () => {
    const questions = readQuestions(file);
    for (const { language } of writtenLanguages)
      expect(questions.filter((question) => question.language === language)).toHaveLength(50);
  });

  test('goes no worse than its committed score', () => {
    const [score, before] = [scoreOf(measure(file)), committed[file]];
    expect(score.of, 'npm run cases -- --write').toBe(before.of);
    expect(score.named, 'named at once or after one question').toBeGreaterThanOrEqual(before.named);
    expect(score.barred, 'talks in which a barred list was given').toBeLessThanOrEqual(before.barred);
    expect(score.exit, 'talks that came to the right exit').toBeGreaterThanOrEqual(before.exit);
  });
});

describe('judge()', () => {
  const [scam] = readCards('first');
  if (scam === undefined) throw new Error('No cases');
  const turns = play(scam.language, personOf(scam));

  test('finds a scam that is named at once, without a call to anybody', () => {
    expect(judge(scam, turns)).toMatchObject({ named: 'at once', barred: [], isRightExit: true });
  });

  test('does not find a row that the talk does not name, nor an exit that it does not reach', () => {
    expect(judge({ ...scam, row: '2m', exit: 'specialist' }, turns)).toMatchObject({ named: 'no', isRightExit: false });
  });

  test('reports a list that the row bars', () => {
    const given = turns.flatMap(({ reply }) => reply.list ?? []);
    expect(given).not.toEqual([]);
    expect(judge({ ...scam, row: '4b' }, turns).barred).toEqual([...new Set(given)]);
  });
});
