// Writes article-shingles.bin from the article: node test/content/make-shingles.ts <path of the article>
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/** The length from which a run of characters counts as copied. */
export const run = 24;
/** How many bytes of its hash stand for a run. */
export const hashBytes = 5;

/** A text as it is compared: one form of each character, no spaces, quoted names of screens emptied. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/「[^」]*」/g, '「」')
    .replaceAll(/\s/g, '');

/** Every run of a text. */
export function runsOf(text: string): readonly string[] {
  const characters = [...comparable(text)];
  return characters.slice(run - 1).map((_, start) => characters.slice(start, start + run).join(''));
}

/** What stands for a run in the file of hashes. */
export const hashOf = (characters: string): string =>
  createHash('sha256').update(characters).digest().subarray(0, hashBytes).toString('hex');

if (import.meta.main) {
  const [path] = process.argv.slice(2);
  if (path === undefined) throw new Error('Usage: node test/content/make-shingles.ts <path of the article>');
  const hashes = [...new Set(runsOf(readFileSync(path, 'utf8')).map(hashOf))].sort();
  writeFileSync(new URL('article-shingles.bin', import.meta.url), Buffer.from(hashes.join(''), 'hex'));
}
