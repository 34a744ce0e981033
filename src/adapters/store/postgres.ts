import { Pool, type PoolClient, type QueryResult, types } from 'pg';
import { describeError } from '../../bot/lib/describe-error.ts';
import type { Log } from '../../bot/ports.ts';
import type { Columns, Database, SqlValue, Write } from './database.ts';
import { gather } from './gather.ts';
import { ledger, missing } from './migrations.ts';
import { breakSilent } from './silence.ts';

/** The key of the advisory lock around migrations. Any number will do, as long as every process uses the same. */
const lock = 4_242_001;
const int8 = 20;

/** Opens a PostgreSQL database by its URL, with a connection pool and prepared statements, and applies pending migrations if `migrates`. Lost connections are replaced; a statement that receives nothing for `silence` milliseconds (the timeout) rejects. */
export async function postgres(url: string, log: Log, silence = 10_000, migrates = true): Promise<Database> {
  const pool = poolOf(url, log, silence);
  const names = new Map<string, string>();
  const query = (text: string, values: readonly SqlValue[]) => {
    const name = names.get(text) ?? `q${names.size}`;
    names.set(text, name);
    return pool.query<Columns>({ name, text, values: [...values] });
  };
  // Group commit: inserts and updates have a statement each, and so a batch each.
  const groups = new Map<Write, (values: readonly SqlValue[]) => Promise<boolean>>();
  const write = (statement: Write, values: readonly SqlValue[]): Promise<boolean> => {
    // Three batches at once: while some wait for the disk, the next are already on their way.
    const group = groups.get(statement) ?? gather((rows) => together(statement, rows, query), 3);
    groups.set(statement, group);
    return group(values);
  };
  try {
    if (migrates) await migrate(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    skipLocked: 'FOR UPDATE SKIP LOCKED',
    time: '(extract(epoch FROM clock_timestamp()) * 1000)::bigint',
    rows: async (sql, values) => (await query(sql, values)).rows,
    change: async (sql, values) => (await query(sql, values)).rowCount ?? 0,
    write,
    scrub: async () => {},
    close: () => pool.end(),
  };
}

/** Writes a batch of rows in one statement and returns for each if it was written; of several rows with one key only the first is. */
async function together(
  { one, many }: Write,
  rows: readonly (readonly SqlValue[])[],
  query: (text: string, values: readonly SqlValue[]) => Promise<QueryResult<Columns>>,
): Promise<readonly boolean[]> {
  const [only, ...more] = rows;
  if (only !== undefined && more.length === 0) return [(await query(one, only)).rowCount === 1];
  const firsts = new Map(rows.map((row) => [row[0], row] as const).reverse());
  const chosen = [...firsts.values()];
  const written = new Set((await query(many, [JSON.stringify(chosen)])).rows.map(({ key }) => key));
  return rows.map((row) => firsts.get(row[0]) === row && written.has(row[0] ?? null));
}

function poolOf(url: string, log: Log, silence: number): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'ninsho-navi',
    max: 10,
    connectionTimeoutMillis: 5_000,
    // Connecting takes longer than a statement, so a connection stays open between two messages of one conversation.
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // Versions and times (BIGINT) fit into a JavaScript number.
    types: {
      getTypeParser: (id, format) => (id === int8 && format !== 'binary' ? Number : types.getTypeParser(id, format)),
    },
  });
  // Without a listener, an idle connection that breaks would end the process.
  pool.on('error', (error) => log.warn({ error: describeError(error) }, 'a database connection broke'));
  breakSilent(pool, silence);
  return pool;
}

async function migrate(pool: Pool): Promise<void> {
  const client: PoolClient = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    await client.query(ledger);
    const done = await client.query<{ name: string }>('SELECT name FROM migrations');
    for (const { name, sql } of missing(
      done.rows.map((row) => row.name),
      'postgres',
    )) {
      await client.query(sql);
      await client.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
    }
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true); // Closes the connection, which rolls back the transaction.
    throw error;
  }
}
