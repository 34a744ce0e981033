import type { TextKey, Words } from '../../bot/i18n.ts';
import { topics } from '../../flows/events.ts';
import { slotNames, slots } from '../../flows/facts.ts';
import { listIds } from '../../flows/lists.ts';
import { situationIds } from '../../flows/situations.ts';
import { ends, groups } from './report.ts';

/** Returns the text of a key if it ends in one of the names that are known, else the name: a process of another version may have kept it. */
const among = (words: Words, known: readonly string[], name: string, key: (name: string) => string): string =>
  known.includes(name) ? words.text(key(name) as TextKey) : name;

/** Returns the name of an end of cases. */
export const endLabel = (words: Words, end: string): string =>
  among(words, ends, end, (name) => `insight:ends.${name}`);

/** Returns the name of a group of places. */
export const groupLabel = (words: Words, group: string): string =>
  among(words, groups, group, (name) => `insight:groups.${name}`);

/** Returns the name of a list, with its id. */
export const listLabel = (words: Words, id: string): string =>
  known(listIds, id) ? `${id} ${words.text(`lists:${id}.title` as TextKey)}` : id;

const known = (names: readonly string[], name: string) => names.includes(name);
const withTitle = ['drive', 'lost', 'putback', 'wait'];
/** Questions that are not named as the slot that they ask for. */
const askedFor: Readonly<Record<string, string>> = { screen: 'message', leaver: 'ownership' };

/** Returns the name of a place where a case stands. */
export function placeLabel(words: Words, place: string): string {
  const [kind = '', id = '', step = ''] = place.split('.');
  const inPlace = (name: string, number = '') =>
    words.text(`insight:places.${kind}` as TextKey, {
      name,
      step: words.text('insight:heads.step', { step: number }),
    });
  switch (kind) {
    case '':
      return words.text('insight:places.start');
    case 'question': {
      const slot = askedFor[id] ?? id;
      return inPlace(among(words, slotNames, slot, (name) => `facts:${name}.label`));
    }
    case 'list':
      return inPlace(listLabel(words, id));
    case 'step':
    case 'stuck':
    case 'check':
      return inPlace(id, step);
    case 'advice':
      return inPlace(adviceLabel(words, id));
    case 'recipient':
    case 'form':
    case 'clarify':
      return inPlace('');
    case 'closed':
      return inPlace(endLabel(words, id));
    default:
      return place;
  }
}

function adviceLabel(words: Words, id: string): string {
  if (known(withTitle, id)) return words.text(`prompts:${id}.title` as TextKey);
  return situationLabel(words, id);
}

/** Returns the name of a situation. */
export const situationLabel = (words: Words, id: string): string =>
  id === ''
    ? words.text('insight:unknown.situation')
    : among(words, situationIds, id, (name) => `situations:${name}.title`);

/** Returns the name of an origin of PCs. */
export const originLabel = (words: Words, origin: string): string =>
  origin === '' ? words.text('insight:unknown.origin') : factValue(words, 'origin', origin);

/** Returns the name of an error code. */
export function codeLabel(words: Words, code: string): string {
  if (code === '') return words.text('insight:unknown.code');
  return code === 'other' ? words.text('insight:unknown.other') : code;
}

function factValue(words: Words, slot: string, value: string): string {
  if (value === 'unknown') return words.text('facts:unknown');
  const values: readonly string[] = slots[slot as keyof typeof slots] ?? [];
  return among(words, values, value, (name) => `facts:${slot}.${name}`);
}

/** Returns the name of a reading that was asked about: of a fact, of a question, of a wish. */
export function askedLabel(words: Words, reading: string): string {
  const [slot = '', value = ''] = reading.split('=');
  if (slot === 'topic') return among(words, topics, value, (name) => `facts:topics.${name}`);
  if (slot === 'intent') {
    const text = words.text(`facts:intents.${value}` as TextKey);
    return text.startsWith('facts:') || text.startsWith('intents.') ? value : text;
  }
  if (!known(slotNames, slot)) return reading;
  const label = words.text(`facts:${slot}.label` as TextKey);
  return words.text('insight:fact', { label, value: factValue(words, slot, value) });
}
