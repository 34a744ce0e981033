import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { page, picture } from './readme.ts';

const read = (file: string) => readFileSync(new URL(`../../src/flows/${file}`, import.meta.url), 'utf8');

test('the page of the flows is drawn from the machine as it is', () => {
  expect(read('README.md')).toBe(page());
});

test('so is the picture', () => {
  expect(read('flow.svg')).toBe(picture());
});
