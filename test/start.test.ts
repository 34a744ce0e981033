import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
  scripts: { start: string };
};
const options = scripts.start.split(' ').filter((word) => /^--.*(?:space|heap)/.test(word));

/** The limit of the heap in MB, with options on the command line and in NODE_OPTIONS. */
function limit(own: readonly string[], operators: string): number {
  const script = 'console.log(require("node:v8").getHeapStatistics().heap_size_limit / 2 ** 20)';
  const env = { ...process.env, NODE_OPTIONS: operators };
  return Number(execFileSync(process.execPath, [...own, '-e', script], { env, encoding: 'utf8' }));
}

test('npm start makes the heap grow slowly without a lower limit that could end the process', () => {
  expect(options).toContain('--heap-growing-percent=30');
  // All of it but the room for new objects.
  expect(limit(options, '')).toBeGreaterThan(0.75 * limit([], ''));
});

test('a heap limit in NODE_OPTIONS applies beside the options of npm start', () => {
  expect(limit(options, '--max-old-space-size=700')).toBeLessThan(800);
});
