import { languages } from '../../bot/languages.ts';
import { topics } from '../../flows/events.ts';
import { loadEnvironmentFile, readValues } from '../config/settings.ts';
import { readWords } from '../words/read.ts';
import { whyFixed } from '../words/rules.ts';
import { languageNamed, textsOf } from '../words/texts.ts';
import { orExit } from './or-exit.ts';

const usage = `Usage: npm run words -- check [directory]      what is wrong with the words directory (WORDS_DIR by default)
       npm run words -- list [language] [part]  the texts that may be others, by their keys: list ja says:
       npm run words -- list answers           the ids of the answers of the product`;

/** The command by which a helpdesk checks its words, and finds the texts of the product. */
await orExit(async () => {
  const [what, ...given] = process.argv.slice(2);
  if (what === 'check' && given.length <= 1) return check(given[0] ?? readValues(loadEnvironmentFile()).WORDS_DIR);
  if (what === 'list' && given.length <= 2) return list(given);
  console.error(usage);
  process.exit(2);
});

function check(directory: string | undefined): void {
  if (directory === undefined)
    throw new Error('WORDS_DIR is not set; name the directory: npm run words -- check ./words');
  const { words, problems } = readWords(directory);
  for (const { file, line, what } of problems) console.log(`${file}:${line}: ${what}`);
  const texts = Object.values(words.texts).reduce((sum, files) => sum + Object.keys(files ?? {}).length, 0);
  console.log(
    problems.length === 0
      ? `Nothing is wrong: ${texts} files of texts, ${words.answers.length} answers.`
      : `To be mended: ${problems.length}. Until then what is in force stays.`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function list([first, part = '']: readonly string[]): void {
  if (first === 'answers') {
    console.log(topics.join('\n'));
    return;
  }
  const language = first === undefined ? languages[0] : languageNamed(first);
  if (language === undefined) throw new Error(`There is no language ${first}; there are ${languages.join(', ')}`);
  for (const [key, text] of textsOf(language))
    if (key.startsWith(part) && whyFixed(key) === undefined) console.log(`${key}  ${text}`);
}
