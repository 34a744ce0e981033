import { type Part, partOf, placesOf } from './approximate.ts';
import type { Shape } from './shape.ts';
import { shapeOf } from './shape.ts';

/** A stem of an on-screen sentence, compiled. */
interface Stem<Id> {
  readonly id: Id;
  readonly parts: readonly {
    readonly part: Part /** The most characters between this part and the one before. */;
    readonly gap: number;
  }[];
  readonly begins: boolean;
  readonly ends: boolean;
}

/** A stem that stands in a text: where, and how surely. */
interface Hit<Id> {
  readonly id: Id;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** Characters between two parts, by what stands between them in a stem. */
const gaps = { '/': 1, '…': 40 } as const;
/** Places of one stem that are looked at; no page says anything so often. */
const most = 12;
/** What one misread character outweighs. */
const cost = 3;

function compiled<Id>(id: Id, written: string): Stem<Id> {
  const pieces = written.replace(/^\^|\$$/g, '').split(/([/…])/);
  return {
    id,
    parts: pieces.flatMap((piece, n) =>
      n % 2 === 0
        ? { part: partOf(shapeOf(piece)), gap: pieces[n - 1] === '…' ? gaps['…'] : n === 0 ? 0 : gaps['/'] }
        : [],
    ),
    begins: written.startsWith('^'),
    ends: written.endsWith('$'),
  };
}

function hitsOf<Id>(
  { id, parts, begins, ends }: Stem<Id>,
  { text, starts, ends: lineEnds }: Shape,
): readonly Hit<Id>[] {
  const [first, ...rest] = parts.map((one) => ({ ...one, places: placesOf(one.part, text) }));
  if (first === undefined) return [];
  return first.places.slice(0, most).flatMap(({ end: from, errors }): readonly Hit<Id>[] => {
    const start = Math.max(0, from - first.part.length);
    if (begins && ![start - 1, start, start + 1].some((at) => starts.has(at))) return [];
    let end = from;
    let weight = first.part.length - cost * errors;
    for (const { part, gap, places } of rest) {
      const next = places.find(
        (one) => one.end >= end + part.length - part.most && one.end <= end + part.length + gap + part.most,
      );
      if (next === undefined) return [];
      end = next.end;
      weight += part.length - cost * next.errors;
    }
    return ends && !lineEnds.has(end) ? [] : [{ id, start, end, weight }];
  });
}

/** Returns a function that finds the ids whose stems stand in a text. Where several stand in one place, the longer and surer one counts alone: what says the contrary of another is another id. */
export function finderOf<Id extends string>(
  stems: readonly (readonly [id: Id, stems: readonly string[]])[],
): (shape: Shape) => ReadonlySet<Id> {
  const all = stems.flatMap(([id, written]) => written.map((one) => compiled(id, one)));
  return (shape) => {
    const hits = all.flatMap((stem) => hitsOf(stem, shape)).toSorted((one, other) => other.weight - one.weight);
    const taken: Hit<Id>[] = [];
    for (const hit of hits) {
      const length = hit.end - hit.start;
      const covered = taken.some(
        (one) => one.id !== hit.id && Math.min(one.end, hit.end) - Math.max(one.start, hit.start) > length / 2,
      );
      if (!covered && !taken.some((one) => one.id === hit.id && one.start <= hit.start && one.end >= hit.end))
        taken.push(hit);
    }
    return new Set(taken.map(({ id }) => id));
  };
}
