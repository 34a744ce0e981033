import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a file, and its folder where that is missing, that nobody but its owner can read, whatever the umask; takes the rights of others away from a file that is there and ours, and from those beside it with one of the suffixes. SQLite gives the files it makes beside a database the database's mode: findCreateFileMode in https://sqlite.org/src/file/src/os_unix.c. Throws where the file cannot be made. */
export function privateFile(file: string, suffixes: readonly string[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  for (const suffix of ['', ...suffixes]) {
    const found = statSync(file + suffix, { throwIfNoEntry: false });
    if (found !== undefined && (found.mode & 0o077) !== 0 && found.uid === process.getuid?.())
      chmodSync(file + suffix, 0o600);
  }
}
