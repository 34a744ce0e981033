/** Returns the names and codes of an error and its causes for the log, without their messages, since a message may quote data that was sent or stored. The code of PostgreSQL is its SQLSTATE; for SQLite the result code and its meaning are given, which is a fixed text (https://www.sqlite.org/rescode.html). */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const cause = error.cause === undefined ? '' : ` (${describeError(error.cause)})`;
  return `${nameAndCode(error)}${cause}`;
}

/** Returns the name and the codes of an error. The driver of PostgreSQL names every error of the database `error`, so the name of its class is used for those. */
export function nameAndCode(error: Error): string {
  const name = error.name === 'error' ? error.constructor.name : error.name;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const sqlite =
    'errcode' in error && typeof error.errcode === 'number' && 'errstr' in error
      ? ` ${error.errcode} ${error.errstr}`
      : '';
  return `${name}${code}${sqlite}`;
}
