/** A value in a statement or a row: text, a number (epoch milliseconds or a version), or NULL. */
export type SqlValue = string | number | null;
/** A row, by column name. */
export type Columns = Readonly<Record<string, SqlValue>>;

/** The SQL statements of a write, whose first value is the key of the row. */
export interface Write {
  /** The SQL that writes one row. */
  readonly one: string;
  /** The SQL that writes a batch of rows, for PostgreSQL: `$1` is a JSON array of arrays of values; it returns `key`, the keys of the rows that it wrote. */
  readonly many: string;
}

/** A SQL database with the parameters `$1`, `$2`, …; every method rejects with the driver's Error. */
export interface Database {
  /** The clause after a SELECT that skips rows locked by another process; empty if the database has none. */
  readonly skipLocked: string;
  /** The SQL expression for the database's time, in epoch milliseconds. */
  readonly time: string;
  /** Runs a query and returns its rows. */
  rows(sql: string, values: readonly SqlValue[]): Promise<readonly Columns[]>;
  /** Executes a statement and returns the number of rows that it changed. */
  change(sql: string, values: readonly SqlValue[]): Promise<number>;
  /** Writes one row; resolves to true if it was written. Writes that arrive at the same moment share one commit (group commit); of two writes of one row at the same moment the second may have no effect. */
  write(write: Write, values: readonly SqlValue[]): Promise<boolean>;
  /** Overwrites deleted data, for a database that does not do so in time by itself. */
  scrub(): Promise<void>;
  /** Closes the database and its connections. */
  close(): Promise<void>;
}
