// npm run test:limits: people wait for one channel that takes a few messages a second; one and two processes, both databases, and a rate that is configured too high.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../store/postgres-server.ts';
import { type Drained, drained } from './drain.ts';

const scenarios = [
  { name: 'SQLite, one process', postgres: false, processes: 1, waiting: 500, allowed: 5, configured: 5 },
  { name: 'PostgreSQL, two processes', postgres: true, processes: 2, waiting: 500, allowed: 5, configured: 5 },
  { name: 'SQLite, two processes', postgres: false, processes: 2, waiting: 150, allowed: 5, configured: 5 },
  { name: 'PostgreSQL, configured 20/s', postgres: true, processes: 1, waiting: 200, allowed: 5, configured: 20 },
] as const;
/** Seconds for each message at most, and replies of 429 at most. */
const bars = { secondsEach: 120 / 500, refused: 20 };

const results = await Promise.all(
  scenarios.map(async ({ name, postgres, ...queue }) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'ninsho-limits-'));
    const server = postgres ? await startPostgres() : undefined;
    try {
      return { name, ...queue, ...(await drained({ ...queue, dataDir, databaseUrl: server?.url ?? '' })) };
    } finally {
      await server?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }),
);
console.table(results);
const missed = ({
  seconds,
  refused,
  overtaken,
  unanswered,
  doubled,
  waiting,
}: Drained & { readonly waiting: number }) =>
  seconds > Math.max(60, waiting * bars.secondsEach) || refused > bars.refused || overtaken + unanswered + doubled > 0;
const bad = results.filter(missed);
console.log(bad.length > 0 ? `FAILED: ${bad.map(({ name }) => name).join('; ')}` : 'Everybody was answered, in order.');
process.exit(bad.length > 0 ? 1 : 0);
