import type { Figures } from '../storage.ts';
import { type Lanes, laneNames, laneOf } from './lanes.ts';
import { type Handed, handedAtOf } from './open-case.ts';

/** The parts of a record that monitoring is told of. */
interface Counted extends Handed {
  readonly lanes: Lanes;
  readonly talk: { readonly flow: { readonly place: { readonly kind: string } } };
  readonly dead: readonly unknown[];
}

/** Returns what monitoring is told of a record. */
export function figuresOf(record: Counted): Figures {
  const { lanes, talk, dead } = record;
  const jobs = laneNames(lanes).flatMap((name) => laneOf(lanes, name).jobs);
  return {
    closed: talk.flow.place.kind === 'closed' && handedAtOf(record) === null,
    jobs: jobs.length,
    oldestJob: jobs.length === 0 ? null : Math.min(...jobs.map(({ since }) => since)),
    dead: dead.length,
  };
}
