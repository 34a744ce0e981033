import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../store/postgres-server.ts';
import { run, worker } from './load.ts';

// Runs an earlier version beside this one on one database, each killed and followed by the other again and again, so
// that upgrades and downgrades happen in the middle of everything: `npm run test:rolling -- <commit> <kills>`.

/** The last version that knows one desk only. Versions before records had a format of their own in the database cannot run beside this one. */
const [earlier = 'c90b8fe', kills = '40'] = process.argv.slice(2);

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ninsho-rolling-'));
const archive = execFileSync('git', ['-C', root, 'archive', earlier], { maxBuffer: 1 << 28 });
execFileSync('tar', ['-x', '-C', folder], { input: archive });
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

const server = await startPostgres();
const load = {
  processes: 2,
  kills: Number(kills),
  freezes: 0,
  skew: 0,
  conversations: 60,
  atOnce: 12,
  everywhere: false,
  faulty: 20,
  latency: 20,
  limit: 60_000 + Number(kills) * 6_000,
};
const faults: string[] = [];
try {
  const versions = [worker, join(folder, 'test/crash/worker.ts')];
  for (const [name, where] of [
    ['PostgreSQL', { dataDir: '', databaseUrl: server.url }],
    ['SQLite', { dataDir: folder, databaseUrl: '' }],
  ] as const) {
    const outcome = await run({ ...load, ...where, versions });
    console.log(`${earlier} beside this version on ${name}`, JSON.stringify(outcome));
    const { unanswered, surplus, doubled, ticketsLost, ticketsTwice } = outcome;
    if (unanswered + surplus + doubled + ticketsLost + ticketsTwice > 0) faults.push(name);
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}
if (faults.length > 0) {
  console.error(`Something was lost or came twice on ${faults.join(' and ')}`);
  process.exitCode = 1;
}
