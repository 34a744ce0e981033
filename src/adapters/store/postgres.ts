import { Pool, type PoolClient, types } from 'pg';
import type { Log } from '../../bot/ports.ts';
import { describeError } from '../../bot/turn/describe-error.ts';
import type { Columns, Database, Value } from './database.ts';
import { ledger, missing } from './migrations.ts';

/** Any number will do, as long as every process asks for the same. */
const lock = 4_242_001;
const int8 = 20;

/** A PostgreSQL database by its URL. Lost connections are made anew; a statement that gets no answer within 10 s rejects. */
export async function postgres(url: string, log: Log): Promise<Database> {
  const pool = poolOf(url, 10, '', log);
  // https://www.postgresql.org/docs/current/wal-async-commit.html: a later commit that waits also makes these last.
  const hasty = poolOf(url, 5, '-c synchronous_commit=off', log);
  const names = new Map<string, string>();
  const query = (on: Pool, text: string, values: readonly Value[]) => {
    const name = names.get(text) ?? `q${names.size}`;
    names.set(text, name);
    return on.query<Columns>({ name, text, values: [...values] });
  };
  const close = async () => {
    await Promise.all([pool.end(), hasty.end()]);
  };
  try {
    await migrate(pool);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    skipLocked: 'FOR UPDATE SKIP LOCKED',
    rows: async (sql, values) => (await query(pool, sql, values)).rows,
    change: async (sql, values) => (await query(pool, sql, values)).rowCount ?? 0,
    changeSoon: async (sql, values) => (await query(hasty, sql, values)).rowCount ?? 0,
    scrub: async () => {},
    close,
  };
}

function poolOf(url: string, max: number, options: string, log: Log): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'ninsho-navi',
    max,
    ...(options !== '' && { options }),
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    keepAlive: true,
    // Versions and times fit into a number.
    types: {
      getTypeParser: (id, format) => (id === int8 && format !== 'binary' ? Number : types.getTypeParser(id, format)),
    },
  });
  // An idle connection that breaks would end the process otherwise.
  pool.on('error', (error) => log.warn({ error: describeError(error) }, 'a database connection broke'));
  return pool;
}

async function migrate(pool: Pool): Promise<void> {
  const client: PoolClient = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    await client.query(ledger);
    const done = await client.query<{ name: string }>('SELECT name FROM migrations');
    for (const { name, sql } of missing(done.rows.map((row) => row.name))) {
      await client.query(sql);
      await client.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
    }
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true); // Closed, and with it the transaction.
    throw error;
  }
}
