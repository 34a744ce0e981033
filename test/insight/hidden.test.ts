import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideSmall, least } from '../../src/adapters/insight/hidden.ts';

test('counts below five are hidden; a zero, which tells of nobody, stays', () => {
  expect(hideSmall([[0, 4, 3, 9]])).toEqual([[0, null, null, 9]]);
});

test('a single hidden count takes another one with it, the smallest, since a total would tell it', () => {
  expect(hideSmall([[0, 4, 30, 9]])).toEqual([[0, null, 30, null]]);
});

test('hidden counts that are together below five take another one with them', () => {
  expect(hideSmall([[1, 2, 30, 9]])).toEqual([[null, null, 30, null]]);
});

test('what a column would tell is hidden as well', () => {
  expect(
    hideSmall([
      [2, 20, 30],
      [50, 60, 70],
    ]),
  ).toEqual([
    [null, null, 30],
    [null, null, 70],
  ]);
});

test('in any table no row and no column has one hidden count, or hidden ones below five together, beside others', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) =>
        fc.array(fc.array(fc.oneof(fc.nat(8), fc.nat(60)), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      ),
      (table) => {
        const shown = hideSmall(table);
        const lines = [...table.map((_, y) => table[0]?.map((_, x) => [y, x] as const) ?? [])];
        const columns = table[0]?.map((_, x) => table.map((_, y) => [y, x] as const)) ?? [];
        for (const line of [...lines, ...columns]) {
          const of = (hidden: boolean) => line.filter(([y, x]) => (shown[y]?.[x] === null) === hidden);
          const counts = (some: readonly (readonly [number, number])[]) => some.map(([y, x]) => table[y]?.[x] ?? 0);
          expect(counts(of(false)).every((count) => count === 0 || count >= least)).toBe(true);
          const gone = counts(of(true));
          const others = counts(of(false)).filter((count) => count > 0);
          if (gone.length > 0 && others.length > 0) {
            expect(gone.length).toBeGreaterThan(1);
            expect(gone.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(least);
          }
        }
      },
    ),
  );
});
