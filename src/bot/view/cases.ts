import type { Facts } from '../../flows/facts.ts';
import { wordsIn } from '../i18n.ts';
import { baseOf } from '../languages.ts';
import type { Handling } from '../ports.ts';
import type { Language } from '../types.ts';
import { aboutOf, stateOf } from './ticket.ts';

/** A case that stands open at a desk. */
interface Standing {
  readonly facts: Facts;
  /** How urgent it is, in the person's own words; empty if they did not say. */
  readonly urgency: string;
  readonly handling: Handling;
  /** The time when it was handed over, epoch milliseconds. */
  readonly handedAt: number;
}

/** A case in a list: what it is about, and how old it is and how it stands. */
export interface CaseLine {
  readonly about: string;
  readonly state: string;
}

/** Returns a case as a list shows it, in the language of its desk. `now`: epoch milliseconds. */
export function caseLine(
  { facts, urgency, handling, handedAt }: Standing,
  language: Language,
  zone: string,
  now: number,
): CaseLine {
  const words = wordsIn(language).letters;
  const age = ageOf(Math.max(0, now - handedAt), baseOf(language));
  const state = stateOf(handling, language, zone);
  return { about: aboutOf(facts, urgency, words), state: words.text('desk:status.line', { age, state }) };
}

const minute = 60_000;
const units = [
  { unit: 'day', size: 24 * 60 * minute, from: 48 * 60 * minute },
  { unit: 'hour', size: 60 * minute, from: 60 * minute },
  { unit: 'minute', size: minute, from: 0 },
] as const;

/** Returns how long ago something was, as people say it: minutes below an hour, hours below two days; at least one minute. */
function ageOf(milliseconds: number, language: Language): string {
  const { unit, size } = units.find(({ from }) => milliseconds >= from) ?? units[2];
  const count = Math.max(1, Math.floor(milliseconds / size));
  return new Intl.RelativeTimeFormat(language, { numeric: 'always' }).format(-count, unit);
}
