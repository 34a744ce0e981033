// npm run test:teams-kills: people write in Teams while the bot is killed again and again; how many replies are seen twice, and none is lost.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { activity, type Place, pathOf, written } from './people.ts';
import { slowService } from './slow-service.ts';

const kills = 10;
const killEvery = 4_500;
/** People at once; each writes a few messages and is followed by another. */
const people = 56;
const texts = ['こんにちは', '会社のPCです', '0xC004F074', '使い方'];
/** Milliseconds that they take to write. */
const writing = 400;
/** Milliseconds after which a reply counts as lost. */
const patience = 30_000;

const folder = mkdtempSync(join(tmpdir(), 'ninsho-teams-'));
const service = await slowService();
let { child, url } = await boot();
let over = false;
let [killed, unanswered, up] = [0, 0, 0];

async function boot(): Promise<{ child: ChildProcess; url: string }> {
  const worker = fileURLToPath(new URL('./kills-worker.ts', import.meta.url));
  const started = spawn(process.execPath, [worker, join(folder, 'kills.sqlite')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const told = await new Promise<string>((resolve, reject) => {
    createInterface(started.stdout).once('line', resolve);
    started.once('exit', (code) => reject(new Error(`The bot ended with ${code}`)));
  });
  return { child: started, url: told };
}

async function killAgain(): Promise<void> {
  while (killed < kills) {
    const [began, before] = [performance.now(), service.total()];
    await sleep(killEvery * (0.75 + Math.random() / 2));
    up += performance.now() - began;
    posted += service.total() - before;
    const gone = once(child, 'exit');
    unanswered += service.unanswered();
    child.kill('SIGKILL');
    await gone;
    killed += 1;
    ({ child, url } = await boot());
  }
  over = true;
}
let posted = 0;

/** Delivers as Teams does: again until it is acknowledged. */
async function insist(given: object): Promise<void> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(given) };
  for (;;) {
    const status = await fetch(url, init).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await sleep(100);
  }
}

const heard = new Map<string, number>();
let next = 0;
async function keepTalking(): Promise<void> {
  while (!over) {
    const person = `person-${next++}`;
    const place: Place = { service: service.url, tenant: 'one', conversation: `a:${person}`, kind: 'personal' };
    const path = pathOf(place);
    for (const [n, words] of texts.entries()) {
      await sleep(writing * 2 * Math.random());
      await insist(activity(place, person, written(words)));
      heard.set(path, n + 1);
      for (const until = Date.now() + patience; service.posts(path) <= n && Date.now() < until; ) await sleep(10);
    }
  }
}

await Promise.all([killAgain(), ...Array.from({ length: people }, keepTalking)]);
await sleep(14_000); // Whatever is to come twice would come now.
const all = [...heard];
const sum = (of: (posts: number, expected: number) => number) =>
  all.reduce((total, [path, expected]) => total + of(service.posts(path), expected), 0);
const result = {
  messages: sum((_, expected) => expected),
  'posts a second': Math.round(posted / (up / 1_000)),
  kills: killed,
  'unanswered at a kill': unanswered,
  doubled: sum((posts, expected) => Math.max(0, posts - expected)),
  lost: sum((posts, expected) => Math.max(0, expected - posts)),
};
console.table(result);
child.kill('SIGKILL');
await service.stop();
rmSync(folder, { recursive: true, force: true });
const bad = result.lost > 0 || result.doubled > result['unanswered at a kill'];
console.log(bad ? 'FAILED' : 'No reply is lost, and none is seen twice but those that were under way.');
process.exit(bad ? 1 : 0);
