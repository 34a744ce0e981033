import type { Job } from './job.ts';
import type { Terms } from './terms.ts';

/** The lanes of an outbox: what a desk does not take never holds up what the channel takes. */
export const laneNames = ['channel', 'desk'] as const;
/** The name of a lane. */
export type LaneName = (typeof laneNames)[number];

/** Jobs in their order, done by one process at a time. */
export interface Lane {
  readonly jobs: readonly Job[];
  /** The duty that works on it; empty: none. */
  readonly by: string;
  /** Until when it is held, or when it is to be tried next; epoch milliseconds. */
  readonly at: number;
  /** How often in a row its first job failed. */
  readonly tries: number;
}

/** A lane with nothing to do. */
export const idle: Lane = { jobs: [], by: '', at: 0, tries: 0 };

/** Whether nobody works on a lane and its time has come; a time further off than any can be stems from a clock that jumped. */
const free = ({ at }: Lane, now: number, { horizon }: Terms): boolean => at <= now || at > now + horizon;

/** The lane held by a process, where it is free and has jobs. One that died holding it may have sent any of them. */
export function hold(lane: Lane, by: string, now: number, terms: Terms): Lane {
  if (lane.jobs.length === 0 || !free(lane, now, terms)) return lane;
  const jobs = lane.by === '' ? lane.jobs : lane.jobs.map((job) => ({ ...job, unsure: true }));
  return { ...lane, jobs, by, at: now + terms.lease };
}

/** The lane let go, to be taken up again at a time. */
export const release = (lane: Lane, at: number): Lane => (lane.jobs.length === 0 ? idle : { ...lane, by: '', at });

/** The lane with more jobs at its end. One without jobs is free at once, and so is one where only edits wait and a message comes, which goes before them. */
export function append(lane: Lane, ...jobs: readonly Job[]): Lane {
  if (lane.jobs.length === 0) return { ...idle, jobs };
  const waits = lane.by === '' && lane.at > 0;
  const overtakes = waits && lane.jobs.every(isEdit) && !jobs.every(isEdit);
  return overtakes ? { ...idle, jobs: [...jobs, ...lane.jobs] } : { ...lane, jobs: [...lane.jobs, ...jobs] };
}

const isEdit = ({ kind }: Job): boolean => kind === 'settle';
