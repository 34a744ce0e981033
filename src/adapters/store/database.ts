/** A value in a statement or a row: text, epoch milliseconds or versions, or nothing. */
export type SqlValue = string | number | null;
/** A row by the names of its columns. */
export type Columns = Readonly<Record<string, SqlValue>>;

/** A write of one row, whose key is its first value. */
export interface Write {
  /** Plain SQL for one row. */
  readonly one: string;
  /** The same for many rows at once, for PostgreSQL: `$1` is the JSON of an array of arrays of values; returns `key`, the keys of the rows that it wrote. */
  readonly many: string;
}

/** A database that speaks plain SQL with `$1`, `$2`, …; every method rejects with the driver's Error. */
export interface Database {
  /** What goes behind a SELECT so that rows which another process holds are left out. */
  readonly skipLocked: string;
  /** An expression for the database's time, epoch milliseconds. */
  readonly time: string;
  rows(sql: string, values: readonly SqlValue[]): Promise<readonly Columns[]>;
  /** How many rows a statement changed. */
  change(sql: string, values: readonly SqlValue[]): Promise<number>;
  /** Whether the row was written. Writes that come in the same moment share one commit; of two of one row in one moment the second may come to nothing. */
  write(write: Write, values: readonly SqlValue[]): Promise<boolean>;
  /** Overwrites what was deleted, where the database does not do so in time by itself. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
