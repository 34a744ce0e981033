// A process that answers a picture with what it may do besides reading it: one line for each.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const deeds: Readonly<Record<string, () => unknown>> = {
  'write a file': () => writeFileSync(join(tmpdir(), 'ninsho-prying'), ''),
  'start a process': () => spawnSync(process.execPath, ['--version']),
  'start a thread': () => new Worker('', { eval: true }),
};

process.on('message', () => {
  const done = Object.entries(deeds).filter(([, deed]) => {
    try {
      deed();
      return true;
    } catch {
      return false;
    }
  });
  const told = Object.keys(process.env).filter((name) => !['VIPS_DISC_THRESHOLD', 'SystemRoot'].includes(name));
  const lines = [...done.map(([deed]) => deed), ...told].map((text) => ({ text, sure: 100 }));
  process.send?.({ outcome: 'read', lines });
});
