import type { DeskNews, DeskNotice, PersonId, WeekFigures } from './ports.ts';

/** News that a desk is still to be told, under an idempotency key. */
export interface Untold {
  readonly key: string;
  readonly desk: string;
  readonly news: DeskNews;
}

/** The port of the notices of desks, and of the counts by which a desk learns that many have the same trouble. All times are epoch milliseconds. Every method rejects with an Error when the database cannot be reached. */
export interface Notices {
  /** Returns the notices that are in force, newest first, at most 50. */
  active(now: number): Promise<readonly DeskNotice[]>;
  /** Posts a notice, of which its desk is then to be told. One with a known id changes nothing. */
  post(notice: DeskNotice): Promise<void>;
  /** Ends a notice, of which its desk is then to be told. Returns false if it is not in force. */
  end(id: string, by: PersonId, now: number): Promise<boolean>;
  /** Counts a person's case of an error code. Returns how many people have had one since `since`, with this one; earlier ones are deleted. */
  count(code: string, person: PersonId, now: number, since: number): Promise<number>;
  /** Notes that a desk is to be told of many cases of a code, unless it was since `since`. */
  surge(desk: string, code: string, cases: number, now: number, since: number): Promise<void>;
  /** Notes that a desk is to be told the figures of a week, once for each week. */
  week(desk: string, week: WeekFigures, now: number): Promise<void>;
  /** Claims what desks are to be told, each for one claimant, until a time after which it can be claimed again. */
  claim(now: number, until: number): Promise<readonly Untold[]>;
  /** Records that a desk was told, or cannot be. */
  told(untold: Untold): Promise<void>;
  /** Deletes the counts that were made before a time. */
  purge(before: number): Promise<void>;
}
