import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A change to a file of the copy; `file` is relative to the root of the project. */
export type Edit = readonly [file: string, from: string | RegExp, to: string];

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Copies some folders of the project, edits them, and returns how to load a module of the copy and how to drop it. Throws an Error where an edit finds nothing to change. */
export function copyOf(folders: readonly string[], edits: readonly Edit[]) {
  const copy = mkdtempSync(join(tmpdir(), 'ninsho-copy-'));
  for (const folder of folders) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const [file, from, to] of edits) {
    const path = join(copy, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`The source has changed: nothing to replace in ${file} for ${from}`);
    writeFileSync(path, after);
  }
  const load = (file: string): Promise<unknown> => import(/* @vite-ignore */ pathToFileURL(join(copy, file)).href);
  return { load, drop: () => rmSync(copy, { recursive: true }) };
}
