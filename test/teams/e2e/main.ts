import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, start } from './start.ts';
import { steps } from './steps.ts';
import { tools } from './tools.ts';
import { openWindow } from './window.ts';

/** Pictures of every step; not kept in the repository. */
const pictures = join(import.meta.dirname, 'pictures');

/** Where `--readme` puts the pictures of the README. */
const readme = join(import.meta.dirname, '../../pictures');

/** Goes through all steps; a failed one does not keep the next from being tried. How many failed. */
async function run({ chromium, playground }: ReturnType<typeof tools>, folder: string): Promise<number> {
  const [port, stage] = [await freePort(), await freePort()];
  const local = join(import.meta.dirname, '../../../src/adapters/cli/teams-local.ts');
  const bot = await start(local, [], folder, { PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn' }, /ready/);
  const args = [
    'start',
    '-e',
    `http://127.0.0.1:${port}/api/messages`,
    '-c',
    'msteams',
    '-p',
    String(stage),
    '--disable-telemetry',
  ];
  const teams = await start(
    playground,
    args,
    folder,
    { TEAMSAPPTESTER_BROWSER: 'none' },
    new RegExp(`Listening on ${stage}`),
  );
  const window = await openWindow(chromium, `http://127.0.0.1:${stage}/`);
  let failed = 0;
  for (const [n, [title, act, picture]] of steps.entries()) {
    const error = await act(window).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    await window.picture(join(pictures, `${String(n + 1).padStart(2, '0')}.png`), 'all');
    if (picture !== undefined && process.argv.includes('--readme'))
      await window.picture(join(readme, `teams-${picture}.png`), 'chat');
    console.log(`${error === undefined ? '✓' : '✗'} ${title}`);
    if (error !== undefined) {
      failed += 1;
      console.log(String(error));
    }
  }
  await window.close();
  await teams.stop();
  await bot.stop();
  if (failed > 0) console.log(bot.output());
  return failed;
}

rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures);
const folder = mkdtempSync(join(tmpdir(), 'ninsho-navi-'));
try {
  const failed = await run(tools(), folder);
  console.log(`${steps.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
