import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A words directory of its own, with these files. */
export function folderOf(files: Readonly<Record<string, string>> = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'ninsho-words-'));
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    directory,
    write,
    remove: (name: string) => rmSync(join(directory, name)),
    end: () => rmSync(directory, { recursive: true }),
  };
}
