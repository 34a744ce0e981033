import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import model from '../../locales/model.json' with { type: 'json' };
import { fold } from '../../src/bot/understanding/fold.ts';
import { redact } from '../../src/bot/understanding/redact.ts';
import { readSet } from './measure.ts';
import { readExamples } from './training/examples.ts';
import { sourceOf } from './training/source.ts';

const examples = readExamples();
const page = readFileSync(join(import.meta.dirname, '../../docs/labels.md'), 'utf8');
const scheme = new Set([...page.matchAll(/`([a-z0-9-]+)`/g)].map(([, name]) => name));
/** Labels that the page writes whole, and slots with values of their own. */
const isInScheme = (label: string): boolean => page.includes(`\`${label}\``) || scheme.has(label.split('=')[1] ?? '');

describe('the examples', () => {
  test('are those that the stored model was trained from, read as they are read today', () => {
    expect(model.source, 'npm run understanding:train').toBe(sourceOf(examples));
  });

  test('are more than 10,000, and one in twelve or so is kept to measure by', () => {
    const dev = examples.filter(({ set }) => set === 'dev');
    expect(examples.length).toBeGreaterThan(10_000);
    expect(dev.length).toBeGreaterThan(examples.length / 20);
  });

  test('have only labels that stand in docs/labels.md', () => {
    const unknown = examples.flatMap(({ labels }) => labels.filter((label) => !isInScheme(label)));
    expect([...new Set(unknown)]).toEqual([]);
  });

  test('do not contradict each other at one place', () => {
    const told = Map.groupBy(examples, ({ t, asked }) => `${asked}: ${fold(t)}`);
    const torn = [...told].filter(([, of]) => new Set(of.map(({ labels }) => [...labels].sort().join(' '))).size > 1);
    expect(torn.map(([text]) => text)).toEqual([]);
  });

  test('hold nothing that the redactor would remove', () => {
    expect(examples.filter(({ t }) => redact(t).secrets.length > 0).map(({ t }) => t)).toEqual([]);
  });

  test('hold no message of the sets that are never trained on', () => {
    const sealed = join(import.meta.dirname, 'sealed');
    const files = readdirSync(sealed).filter((file) => file.endsWith('.jsonl'));
    const kept = [join(import.meta.dirname, 'heldout.json'), ...files.map((file) => join(sealed, file))];
    const texts = new Set(kept.flatMap((file) => readSet(file).items.map(({ t }) => fold(t))));
    // A bare word is nobody's: 「はい」 stands in every set.
    const taken = examples.filter(({ t }) => fold(t).length > 6 && texts.has(fold(t)));
    expect(taken.map(({ t }) => t)).toEqual([]);
  });
});
