import { globSync, readFileSync } from 'node:fs';
import { foldKana } from '../../../src/bot/understanding/fold.ts';

const src = `${import.meta.dirname}/../../../src`;
const files = [
  ...globSync(`${src}/bot/understanding/**/*.ts`),
  `${src}/bot/runtime/erase.ts`,
  `${src}/adapters/slack/render/text.ts`,
  `${src}/adapters/teams/receive/spoken.ts`,
];
const comments = /\/\*\*.*?\*\/|^\s*\/\/[^\n]*|^import [^\n]*/gms;
const quoted = /`[^`]*`|'[^'\n]*'|\/[^/\n]+\/[a-z]*/g;
/** What stands between two signs of a pattern; a blank before or after it belongs to it. */
const words = / ?[\p{L}\p{M}\p{N}]+(?:[ '-][\p{L}\p{M}\p{N}]+)* ?/gu;

/** Every word of every pattern that a text passes through, as a folded text has it. */
export function literals(): readonly string[] {
  const sources = files.map((file) => readFileSync(file, 'utf8').replace(comments, ''));
  const patterns = sources.flatMap((source) => source.match(quoted) ?? []).join('\n');
  return [...new Set((patterns.match(words) ?? []).map(foldKana))].toSorted();
}
