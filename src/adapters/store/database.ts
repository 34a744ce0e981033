/** A value in a statement or a row: text, epoch milliseconds or versions, or nothing. */
export type Value = string | number | null;
/** A row by the names of its columns. */
export type Columns = Readonly<Record<string, Value>>;

/** A database that speaks plain SQL with `$1`, `$2`, …; every method rejects with the driver's Error. */
export interface Database {
  /** What goes behind a SELECT so that rows which another process holds are left out. */
  readonly skipLocked: string;
  rows(sql: string, values: readonly Value[]): Promise<readonly Columns[]>;
  /** How many rows a statement changed. */
  change(sql: string, values: readonly Value[]): Promise<number>;
  /** As `change`, but a failure of the database's own machine may undo it; so it need not wait for the disk. */
  changeSoon(sql: string, values: readonly Value[]): Promise<number>;
  /** Overwrites what was deleted, where the database does not do so in time by itself. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
