import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Creates a file, and its folder if that is missing, with permissions for its owner only, whatever the umask. Of an existing file that this user owns, and of the files beside it with one of the suffixes, it removes the permissions of others. SQLite gives the files that it creates beside a database the database's mode: findCreateFileMode in https://sqlite.org/src/file/src/os_unix.c. Throws if the file cannot be created. */
export function privateFile(file: string, suffixes: readonly string[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  for (const suffix of ['', ...suffixes]) {
    const found = statSync(file + suffix, { throwIfNoEntry: false });
    if (found !== undefined && (found.mode & 0o077) !== 0 && found.uid === process.getuid?.())
      chmodSync(file + suffix, 0o600);
  }
}
