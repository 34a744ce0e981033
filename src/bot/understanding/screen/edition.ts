import type { EditionName } from '../../../../locales/language.ts';
import type { Facts } from '../../../flows/facts.ts';
import { writtenLanguages } from '../../languages.ts';
import { shapeOf } from './shape.ts';

/** What a name of Windows tells. */
type Told = Pick<Facts, 'edition' | 'subject'>;

const words = writtenLanguages.map(({ screens }) => screens);
const editions = words.flatMap(({ editions: all }) =>
  Object.entries(all).flatMap(([edition, some]) => some.map((name) => ({ edition: edition as EditionName, name }))),
);
/** Every name of Windows in shape; `(R)` as `slmgr` prints it. */
const names: ReadonlyMap<string, Told> = new Map<string, Told>([
  ...editions.flatMap(({ edition, name }): readonly [string, Told][] => [
    [shapeOf(`Windows 11 ${name}`), { edition }],
    [shapeOf(`Windows(R) ${name}`), { edition }],
    [shapeOf(`Windows 10 ${name}`), { subject: 'windows-10' }],
  ]),
  [shapeOf('Windows Server'), { subject: 'server' }],
]);
const labels = words.flatMap(({ fields }) => [...fields.edition, ...fields.name]).map(shapeOf);
const windows = shapeOf('Windows');
/** The most words of a name. */
const most = 6;

/** Returns what the name of Windows on a picture tells: its edition, where one alone is named or stands beside its label, or that it is another Windows than 11. */
export function editionIn(lines: readonly string[]): Told {
  const told = lines.map((line) => ({
    all: namedIn(line),
    isLabelled: labels.some((label) => shapeOf(line).includes(label)),
  }));
  const labelled = told.filter(({ all, isLabelled }) => isLabelled && all.length > 0);
  const [first, ...more] = new Set(
    (labelled.length > 0 ? labelled : told).flatMap(({ all }) => all.map((one) => JSON.stringify(one))),
  );
  return first === undefined || more.length > 0 ? {} : (JSON.parse(first) as Told);
}

/** Returns what the names of Windows in a line tell, each the longest that stands there as whole words, whether or not the spaces between were read. */
function namedIn(line: string): readonly Told[] {
  const tokens = (line.match(/[A-Za-z]+|\d+|[|!]+|\P{ASCII}+/gu) ?? []).map(shapeOf);
  return tokens.flatMap((token, at) => {
    if (!token.startsWith(windows)) return [];
    const ends = Array.from({ length: most }, (_, n) => tokens.slice(at, at + most - n).join(''));
    return names.get(ends.find((name) => names.has(name)) ?? '') ?? [];
  });
}
