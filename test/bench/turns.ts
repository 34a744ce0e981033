import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import type { Database } from '../../src/adapters/store/database.ts';
import { postgres } from '../../src/adapters/store/postgres.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { fill, silent, turns } from './turns-load.ts';
import { startToPrompt } from './turns-terminal.ts';

// Figures and bars of durable turns; exits with 1 where a bar is missed. Everything is measured in this one run, on loopback.
const seconds = Number(process.env['SECONDS'] ?? 4);
const rows: { what: string; figure: string; bar: string; met: boolean }[] = [];
const line = (what: string, value: number, unit: string, bar: string, met: boolean) =>
  rows.push({ what, figure: `${value >= 100 ? Math.round(value) : value.toFixed(2)} ${unit}`, bar, met });

/** Counts the statements that any client of this process sends. */
function countStatements(): () => number {
  let count = 0;
  const { query } = Client.prototype;
  Client.prototype.query = function (this: Client, ...given: Parameters<Client['query']>) {
    count += 1;
    return query.apply(this, given);
  } as typeof query;
  return () => count;
}

/** How many transactions of one read and one write of a body of this size a pool does in a second. */
async function bare(url: string, bytes: number, atOnce: number): Promise<number> {
  const pool = new Pool({ connectionString: url, max: 10 });
  await pool.query('CREATE TABLE bare (id TEXT PRIMARY KEY, version BIGINT NOT NULL, body TEXT NOT NULL)');
  const body = 'x'.repeat(bytes);
  for (let n = 0; n < atOnce; n += 1) await pool.query('INSERT INTO bare VALUES ($1, 1, $2)', [String(n), body]);
  let done = 0;
  const begun = performance.now();
  const end = Date.now() + seconds * 500;
  const loop = async (_: unknown, n: number) => {
    while (Date.now() < end) {
      const client = await pool.connect();
      await client.query('BEGIN');
      await client.query({ name: 'read', text: 'SELECT version, body FROM bare WHERE id = $1', values: [String(n)] });
      await client.query({
        name: 'write',
        text: 'UPDATE bare SET version = version + 1, body = $2 WHERE id = $1',
        values: [String(n), body],
      });
      await client.query('COMMIT');
      client.release();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
  const rate = done / ((performance.now() - begun) / 1_000);
  await pool.query('DROP TABLE bare');
  await pool.end();
  return rate;
}

async function crowd(name: string, database: Database): Promise<void> {
  const few = await turns(database, seconds, 8);
  await fill(database, 100_000);
  const many = await turns(database, seconds, 8);
  const ratio = few.perSecond / many.perSecond;
  line(`${name}: a turn among 100,000 conversations, against among few`, ratio, '×', '≤ 1.2', ratio <= 1.2);
}

const folder = mkdtempSync(join(tmpdir(), 'ninsho-bench-'));
const server = await startPostgres();
try {
  const file = await sqlite(join(folder, `${randomUUID()}.sqlite`));
  await turns(file, 1, 8);
  const embedded = await turns(file, seconds, 8);
  line('SQLite: durable turns', embedded.perSecond, '/s', '≥ 3,000', embedded.perSecond >= 3_000);
  await crowd('SQLite', file);
  await file.close();

  const statements = countStatements();
  const database = await postgres(server.url, silent);
  await turns(database, 1, 32);
  const before = statements();
  const { count, bytes } = await turns(database, seconds, 32);
  const each = (statements() - before) / count;
  line('PostgreSQL: statements a turn', each, '', '≤ 3', each <= 3);
  // By turns, so that what else the machine does falls on both.
  const rounds: { durable: number; base: number }[] = [];
  for (let n = 0; n < 5; n += 1)
    rounds.push({
      durable: (await turns(database, seconds / 2, 32)).perSecond,
      base: await bare(server.url, bytes, 32),
    });
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const ratio = middle(rounds.map(({ durable, base }) => durable / base));
  line(
    'PostgreSQL: bare transactions of one read and one write',
    middle(rounds.map(({ base }) => base)),
    '/s',
    '',
    true,
  );
  line('PostgreSQL: durable turns', middle(rounds.map(({ durable }) => durable)), '/s', '', true);
  line('PostgreSQL: durable turns, against bare transactions', ratio, '×', '≥ 0.5', ratio >= 0.5);
  await crowd('PostgreSQL', database);
  await database.close();

  const { prompt, megabytes } = await startToPrompt(folder);
  line('Terminal: start to first prompt', prompt, 's', '≤ 0.5', prompt <= 0.5);
  line('Terminal: resident memory, at most', megabytes, 'MB', '≤ 120', megabytes <= 120);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}
console.table(rows);
if (rows.some(({ met }) => !met)) process.exitCode = 1;
