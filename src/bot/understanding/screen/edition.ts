import type { EditionName } from '../../../../locales/language.ts';
import type { Facts } from '../../../flows/facts.ts';
import { writtenLanguages } from '../../languages.ts';
import { shapeOf } from './shape.ts';

const words = writtenLanguages.map(({ screens }) => screens);
const editions = words
  .flatMap(({ editions: all }) =>
    Object.entries(all).flatMap(([edition, some]) =>
      some.map((one) => [shapeOf(one), edition as EditionName] as const),
    ),
  )
  .toSorted(([one], [other]) => other.length - one.length);
const labels = words.flatMap(({ fields }) => [...fields.edition, ...fields.name]).map(shapeOf);
const windows = shapeOf('Windows');
const eleven = [shapeOf('11'), shapeOf('(R)'), ''];
const ten = shapeOf('10');
const server = shapeOf('Server');

/** Returns what the name of Windows on a picture tells: its edition, where one alone is named or stands beside its label, and whether it is another Windows than 11. */
export function editionIn(lines: readonly string[]): Facts {
  const shapes = lines.map(shapeOf);
  const beside = shapes.filter((shape) => labels.some((label) => shape.includes(label)));
  const named =
    [beside, shapes].map((some) => [...new Set(some.flatMap(namedIn))]).find((some) => some.length > 0) ?? [];
  const [only, ...more] = named;
  if (only === undefined || more.length > 0) return {};
  return only === 'windows-10' || only === 'server' ? { subject: only } : { edition: only };
}

/** Returns what stands behind each name of Windows in a line. */
function namedIn(shape: string): readonly (EditionName | 'windows-10' | 'server')[] {
  return shape
    .split(windows)
    .slice(1)
    .flatMap((after) => {
      if (after.startsWith(server)) return 'server';
      if (after.startsWith(ten)) return editionAt(after.slice(ten.length)) === undefined ? [] : 'windows-10';
      const found = eleven.filter((one) => after.startsWith(one)).map((one) => editionAt(after.slice(one.length)));
      return found.find((edition) => edition !== undefined) ?? [];
    });
}

const editionAt = (text: string): EditionName | undefined => editions.find(([name]) => text.startsWith(name))?.[1];
