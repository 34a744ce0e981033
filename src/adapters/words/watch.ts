import { isDeepStrictEqual } from 'node:util';
import { noWords, useWords } from '../../bot/helpdesk.ts';
import { languages } from '../../bot/languages.ts';
import { describeError } from '../../bot/lib/describe-error.ts';
import type { DeskNotice, Log } from '../../bot/ports.ts';
import type { Contacts, Reachable } from '../../bot/types.ts';
import { readWords, type WordsFile, wordsFiles } from './read.ts';

/** Milliseconds between two looks at the directory. */
const interval = 3_000;
/** Maximum number of problems in the log. */
const mostLogged = 20;

/** The words of the helpdesk as they are in force. */
export interface WordsInForce {
  /** The contacts, which change with the directory. */
  readonly contacts: Contacts;
  /** Returns its standing notices. */
  notices(): readonly DeskNotice[];
  /** Looks for changes at once. */
  look(): void;
  stop(): void;
}

/** Has the bot speak the words of a directory, and takes up its changes while it runs; without a directory, those of the product. A directory with a problem is refused whole, each problem in a line of the log: the last good one stays in force, at the start the product's own words. `otherwise`: the contacts where the directory has none. */
export function wordsFrom(
  directory: string | undefined,
  otherwise: Contacts,
  log: Log,
  pause = interval,
): WordsInForce {
  const about = { conversation: '', delivery: '' };
  let present = otherwise;
  let standing: readonly DeskNotice[] = [];
  let seen: readonly WordsFile[] = [];
  let taken: readonly WordsFile[] | undefined;
  let inForce = '';
  let isAway = false;

  function take(from: string, files: readonly WordsFile[]): void {
    const changed = files.filter((file) => taken?.some((other) => isDeepStrictEqual(file, other)) !== true);
    const gone = (taken ?? []).filter(({ name }) => !files.some((file) => file.name === name));
    taken = files;
    const { words, contacts, notices, problems, digest } = readWords(from);
    if (problems.length > 0) {
      for (const { file, line, what } of problems.slice(0, mostLogged))
        log.error(about, `WORDS_DIR: ${file}:${line}: ${what}`);
      log.error(about, `WORDS_DIR: not taken, ${problems.length} to be mended; what was in force stays`);
      return;
    }
    if (digest === inForce) return;
    useWords(words);
    present = contacts ?? otherwise;
    standing = notices;
    inForce = digest;
    const who = changed.map(({ name, at, uid }) => `${name} (changed ${new Date(at).toISOString()}, user ${uid})`);
    const what = [...who, ...gone.map(({ name }) => `${name} (gone)`)].join(', ');
    log.info({ ...about, digest }, `WORDS_DIR: in force: ${what || 'nothing'}`);
  }

  const look = () => {
    if (directory === undefined) return;
    try {
      const files = wordsFiles(directory);
      isAway = false;
      // A file that is being written is left alone until it stays as it is.
      const stands = taken === undefined || isDeepStrictEqual(files, seen);
      seen = files;
      if (stands && !isDeepStrictEqual(files, taken)) take(directory, files);
    } catch (error) {
      if (!isAway)
        log.error({ ...about, error: describeError(error) }, 'WORDS_DIR: cannot be read; what was in force stays');
      isAway = true;
    }
  };
  useWords(noWords);
  look();
  const timer = directory === undefined ? undefined : setInterval(look, pause).unref();
  const contacts = Object.defineProperties(
    {},
    Object.fromEntries(
      languages.map((language) => [language, { enumerable: true, get: (): Reachable => present[language] }]),
    ),
  ) as Contacts;
  return { contacts, notices: () => standing, look, stop: () => clearInterval(timer) };
}
