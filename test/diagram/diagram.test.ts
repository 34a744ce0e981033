import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { page, picture } from './readme.ts';

const read = (file: string) => readFileSync(new URL(`../../src/flows/${file}`, import.meta.url), 'utf8');

test('src/flows/README.md is what npm run diagram draws from the machine', () => {
  expect(read('README.md')).toBe(page());
});

test('src/flows/flow.svg is what npm run diagram draws from the machine', () => {
  expect(read('flow.svg')).toBe(picture());
});
