import type { PlaceName } from '../../../locales/language.ts';
import { writtenLanguages } from '../languages.ts';
import type { Asked } from './asked.ts';
import { fold } from './fold.ts';
import { phrasesOf } from './phrases.ts';

/** No longer message picks a choice. */
const longest = 60;
const numbers: readonly PlaceName[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const names: readonly PlaceName[] = [...numbers, 'top', 'middle', 'last'];
const entries = writtenLanguages.map(({ picking }) => picking);
const wordsFor = (name: PlaceName): readonly string[] => [
  ...(numbers.includes(name) ? [name] : []),
  ...entries.flatMap(({ places }) => places[name]),
];
const picked = phrasesOf(
  entries.flatMap(({ picks }) => picks),
  Object.fromEntries(names.map((name) => [name, wordsFor(name)])),
);

/** The labels of buttons are few, and compared with every message. */
const labels = new Map<string, string>();

/** The id of the choice that a message picks, by its number, its place or its label. */
export function choiceOf(text: string, folded: string, choices: Asked['choices']): string | undefined {
  if (choices.length === 0 || text.length > longest) return undefined;
  const naked = strip(folded);
  const labelled = choices.find(({ label }) => naked !== '' && nakedLabel(label) === naked);
  return labelled?.id ?? choices[placeOf(folded, choices.length)]?.id;
}

const strip = (folded: string): string => folded.replace(/[。、，,.!?「」『』"()\s…・]/g, '');

function nakedLabel(label: string): string {
  const known = labels.get(label);
  if (known !== undefined) return known;
  const naked = strip(fold(label));
  if (labels.size < 1000) labels.set(label, naked);
  return naked;
}

function placeOf(folded: string, length: number): number {
  const place = picked(folded);
  if (place === 'top') return length > 1 ? 0 : -1;
  if (place === 'middle') return length === 3 ? 1 : -1;
  if (place === 'last') return length > 1 ? length - 1 : -1;
  return place === undefined ? -1 : Number(place) - 1;
}
