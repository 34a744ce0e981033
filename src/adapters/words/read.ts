import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type HelpdeskWords, noWords } from '../../bot/helpdesk.ts';
import { languages } from '../../bot/languages.ts';
import type { DeskNotice } from '../../bot/ports.ts';
import type { Contacts, Language } from '../../bot/types.ts';
import { readContacts } from '../contacts.ts';
import { readAnswers } from './answers.ts';
import { isProblem, type JsonFile, type Problem, parseJson } from './json.ts';
import { readModel } from './model.ts';
import { readNotices } from './notices.ts';
import { checkTexts, languageNamed, textFiles } from './texts.ts';

/** A file as it stands in the words directory. */
export interface WordsFile {
  readonly name: string;
  /** The time of its last change, epoch milliseconds, and the user id of its owner. */
  readonly at: number;
  readonly uid: number;
  readonly size: number;
}

/** The words directory as it was read: its words (those that it has no problem with), its contacts, its problems, and a digest of all that was read. */
export interface WordsRead {
  readonly words: HelpdeskWords;
  /** Undefined: it has none. */
  readonly contacts: Contacts | undefined;
  /** Its standing notices. */
  readonly notices: readonly DeskNotice[];
  readonly problems: readonly Problem[];
  readonly digest: string;
}

/** Limits before anything is parsed. */
const most = { files: 100, bytes: 256 * 1024, model: 8 * 1024 * 1024 };

/** Returns the files of a words directory, sorted by name: `answers.json`, `contacts.json`, `ja/says.json`. Hidden files and others than JSON are no part of it. Throws if it cannot be read. */
export function wordsFiles(directory: string): readonly WordsFile[] {
  const jsons = (entries: readonly Dirent[], below: string) =>
    entries
      .filter((entry) => !entry.isDirectory() && /^[^.].*\.json$/.test(entry.name))
      .map(({ name }) => below + name);
  const top = readdirSync(directory, { withFileTypes: true });
  const folders = top.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  const names = [
    ...jsons(top, ''),
    ...folders.flatMap((name) => jsons(readdirSync(join(directory, name), { withFileTypes: true }), `${name}/`)),
  ];
  return names.sort().map((name) => {
    const { mtimeMs, uid, size } = statSync(join(directory, name));
    return { name, at: mtimeMs, uid, size };
  });
}

/** Reads and checks a words directory. Throws if it cannot be read. */
export function readWords(directory: string): WordsRead {
  const files = wordsFiles(directory);
  if (files.length > most.files) {
    const what = `the directory has more than ${most.files} files`;
    return {
      words: noWords,
      contacts: undefined,
      notices: [],
      problems: [{ file: directory, line: 1, what }],
      digest: '',
    };
  }
  const hash = createHash('sha256');
  const problems: Problem[] = [];
  const texts: Partial<Record<Language, Record<string, unknown>>> = {};
  let answers: HelpdeskWords['answers'] = [];
  let contacts: Contacts | undefined;
  let model: HelpdeskWords['model'] = null;
  let notices: readonly DeskNotice[] = [];
  for (const { name, size } of files) {
    const limit = name === 'model.json' ? most.model : most.bytes;
    const found = size > limit ? tooLarge(name, limit) : parseJson(name, readFileSync(join(directory, name), 'utf8'));
    hash.update(name).update(isProblem(found) ? found.what : JSON.stringify(found.content));
    if (isProblem(found)) problems.push(found);
    else if (name === 'answers.json') {
      const read = readAnswers(found);
      problems.push(...read.problems);
      answers = read.answers;
    } else if (name === 'contacts.json') contacts = contactsIn(join(directory, name), found, problems);
    else if (name === 'notices.json') {
      const read = readNotices(found);
      problems.push(...read.problems);
      notices = read.notices;
    } else if (name === 'model.json') {
      const read = readModel(found);
      if (isProblem(read)) problems.push(read);
      else model = read;
    } else {
      const [language, file] = placeOf(name);
      const wrong = language === undefined ? [found.problem([], unknown(name))] : checkTexts(language, file, found);
      problems.push(...wrong);
      if (language !== undefined) texts[language] = { ...texts[language], [file]: found.content };
    }
  }
  return { words: { texts, answers, model }, contacts, notices, problems, digest: hash.digest('hex').slice(0, 12) };
}

const tooLarge = (file: string, limit: number): Problem => ({
  file,
  line: 1,
  what: `the file is larger than ${limit / 1024} KiB`,
});

function placeOf(name: string): readonly [language: Language | undefined, file: string] {
  const [folder = '', file = ''] = name.replace(/\.json$/, '').split('/');
  return [file === '' ? undefined : languageNamed(folder), file];
}

const unknown = (name: string): string =>
  name.includes('/')
    ? `there is no language ${name.split('/')[0]}; there are ${languages.join(', ')}`
    : `no file of this name is read here; there are answers.json, contacts.json, notices.json, model.json, and ${languages.join('/, ')}/ with ${textFiles().join('.json, ')}.json`;

function contactsIn(path: string, found: JsonFile, problems: Problem[]): Contacts | undefined {
  try {
    return readContacts(path);
  } catch (error) {
    const why =
      error instanceof Error ? error.message.replaceAll(/\s*\n\s*/g, ' ').replace(/^.*cannot be used: /, '') : '';
    const [, at = ''] = /→ at ([\w.[\]]+)/.exec(why) ?? [];
    problems.push(
      found.problem(
        at.split(/[.[\]]+/).filter((part) => part !== ''),
        why,
      ),
    );
    return undefined;
  }
}
