import { describe, expect, test } from 'vitest';
import { writtenLanguages } from '../../../src/bot/languages.ts';
import { widest } from '../../../src/bot/understanding/screen/approximate.ts';
import { isLog, readLog, readScreen } from '../../../src/bot/understanding/screen/index.ts';
import { shapeOf } from '../../../src/bot/understanding/screen/shape.ts';
import { signIds } from '../../../src/bot/understanding/screen/signs.ts';
import { linesOf } from './lines.ts';

describe.each(writtenLanguages)('the screens in $language', ({ screens }) => {
  const stems = Object.entries(screens.signs).flatMap(([id, all]) => all.map((stem) => ({ id, stem })));
  /** A stem as it would stand on a screen. */
  const shown = (stem: string) => stem.replace(/[/^$]/g, '').replace('…', ' ABC ');

  test('every sign has its stems, and no other sign has', () => {
    expect(Object.keys(screens.signs).toSorted()).toEqual(signIds.toSorted());
  });

  test('every part of a stem is short enough to be searched for, and none is empty', () => {
    const lengths = stems.flatMap(({ stem }) =>
      stem.split(/[/…]/).map((part) => ({ stem, length: shapeOf(part).length })),
    );
    expect(lengths.filter(({ length }) => length === 0 || length > widest)).toEqual([]);
  });

  test('every stem shows its sign, or one that says more', () => {
    const more: Readonly<Record<string, readonly string[]>> = { organization: ['org-server', 'org-service'] };
    const lost = stems.filter(({ id, stem }) => {
      const { signs } = readScreen(linesOf(shown(stem)));
      return ![id, ...(more[id] ?? [])].some((one) => signs.some((sign) => sign === one));
    });
    expect(lost).toEqual([]);
  });

  test('every set of what looks alike is read as one', () => {
    expect(screens.alike.filter((set) => new Set([...set].map(shapeOf)).size !== 1)).toEqual([]);
  });

  test('every name of another field makes a log, with a second one', () => {
    const { others } = screens.fields;
    expect(others.filter((name, n) => !isLog(`${name}: 1\n${others[(n + 1) % others.length]}: 1`))).toEqual([]);
  });

  test('every name of the state of a licence is known by each value', () => {
    const states = ['licensed', 'notification', 'unlicensed', 'grace'] as const;
    const wrong = screens.fields.status.flatMap((name) =>
      states.flatMap((state) =>
        screens.values[state].filter((value) => readLog(`${name}: ${value}`).license.status !== state),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
