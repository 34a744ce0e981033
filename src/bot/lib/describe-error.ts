/** Describes what went wrong by name and code: a message may quote what was sent or stored. PostgreSQL's code is its SQLSTATE; of SQLite's the number and what it means are told, which is a fixed text (https://www.sqlite.org/rescode.html). */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const cause = error.cause === undefined ? '' : ` (${describeError(error.cause)})`;
  return `${nameAndCode(error)}${cause}`;
}

/** Gives an error's name and its codes; the driver of PostgreSQL calls every error of the database `error`, of which the class says more. */
export function nameAndCode(error: Error): string {
  const name = error.name === 'error' ? error.constructor.name : error.name;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const sqlite =
    'errcode' in error && typeof error.errcode === 'number' && 'errstr' in error
      ? ` ${error.errcode} ${error.errstr}`
      : '';
  return `${name}${code}${sqlite}`;
}
