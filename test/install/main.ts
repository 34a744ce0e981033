import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { envelopeOf, json, nextTs, post, signingSecret } from '../slack/deliver.ts';
import { fakeSlack } from '../slack/fake-slack.ts';
import { workspaces } from '../slack/workspace.ts';
import { readImage, root } from './dockerfile.ts';
import { filesIn, megabytes } from './files.ts';

// The steps of the Dockerfile in an empty folder, as a user without rights on a tree that nobody may write: an install that works here works in the image.

/** Bars: megabytes of the install; milliseconds to be ready, where Node alone starts within `bare`; those from SIGTERM to the end, DRAIN_SECONDS among them. */
const bars = { size: 250, ready: 1_000, bare: 60, drain: 13_000 };
/** A user without rights, whom no other process has; without rights to change it, this one. */
const isRoot = process.getuid?.() === 0;
const user = isRoot ? 60_000 + (process.pid % 5_000) : (process.getuid?.() ?? 0);
/** Where somebody without rights can write. */
const writable = ['/tmp', '/var', '/dev/shm', '/run', '/home', '/opt'];
const image = readImage();
const place = mkdtempSync(join(tmpdir(), 'ninsho-install-'));
const [app, data, secrets] = [join(place, 'app'), join(place, 'data'), join(place, 'secrets')];
let failed = 0;

function check(what: string, is: boolean, figure = ''): void {
  if (!is) failed += 1;
  console.log(`${is ? 'ok    ' : 'FAILED'}  ${what}${figure === '' ? '' : `: ${figure}`}`);
}
/** The words of the Dockerfile with the places and the user of this machine. */
const here = (text: string): string =>
  text
    .replaceAll(image.folder, app)
    .replaceAll('/data', data)
    .replaceAll(new RegExp(`\\b${image.user}\\b`, 'g'), `${user}`);
/** Options of a process that this user starts. */
const as = (id: number) => (isRoot ? { uid: id, gid: id } : {});
const base = { PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`, HOME: '/nonexistent' };

/** Follows the first stage: copies what it copies, runs what it runs. */
function build(): void {
  chmodSync(place, 0o755);
  mkdirSync(app, { mode: 0o755 });
  let runner = 0;
  for (const { word, rest } of image.build) {
    if (word === 'USER') runner = user;
    if (word === 'COPY') {
      const [to = '', ...from] = rest.split(/\s+/).reverse();
      for (const one of from) cpSync(join(root, one), join(app, to === './' ? one : to), { recursive: true });
    }
    if (word === 'RUN') {
      const environment = runner === 0 ? { ...process.env, ...base, HOME: process.env['HOME'] ?? '/' } : base;
      execFileSync('sh', ['-c', here(rest)], {
        cwd: app,
        env: environment,
        stdio: ['ignore', 'ignore', 'inherit'],
        ...as(runner),
      });
    }
  }
}

/** Makes the volume and the secrets, and takes everybody's right to write the install. */
function settle(): void {
  for (const folder of [data, secrets]) mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(secrets, 'token'), `${workspaces.T0ONE00001.token}\n`, { mode: 0o400 });
  writeFileSync(join(secrets, 'signing'), `${signingSecret}\n`, { mode: 0o400 });
  if (isRoot) {
    execFileSync('chown', ['-R', '0:0', app]);
    for (const one of [data, secrets, join(secrets, 'token'), join(secrets, 'signing')]) chownSync(one, user, user);
  }
  execFileSync('chmod', ['-R', 'a-w', app]);
}

const slack = await fakeSlack();
const environment: Record<string, string> = {
  ...base,
  ...Object.fromEntries(Object.entries(image.environment).map(([name, value]) => [name, here(value)])),
  PORT: '0',
  SLACK_API_URL: slack.url,
  SLACK_BOT_TOKEN_FILE: join(secrets, 'token'),
  SLACK_SIGNING_SECRET_FILE: join(secrets, 'signing'),
};

interface Running {
  readonly child: ChildProcess;
  readonly port: string;
  readonly wall: number;
  readonly cpu: number;
}

/** Starts the command of the image; resolves once it is ready. */
async function start(): Promise<Running> {
  const [program = '', ...options] = image.command;
  const began = performance.now();
  const child = spawn(program, options, { cwd: app, env: environment, stdio: ['ignore', 'pipe', 'pipe'], ...as(user) });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk;
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /ready: .+ port (\d+)/.exec(chunk.toString())?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${log}`)));
  });
  const wall = performance.now() - began;
  const times = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return { child, port, wall, cpu: (Number(times[11]) + Number(times[12])) * 10 };
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

/** Returns the milliseconds of a start of Node alone, the median of nine. */
const bareStart = (): number =>
  median(
    Array.from({ length: 9 }, () => {
      const began = performance.now();
      spawnSync(process.execPath, ['-e', '0']);
      return performance.now() - began;
    }),
  );

async function stop({ child }: Running): Promise<{ readonly code: number | null; readonly took: number }> {
  const began = performance.now();
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return { code: await ended, took: performance.now() - began };
}

/** Runs a command of the image to its end; returns its exit code and what it said. */
async function run([program = '', ...options]: readonly string[], more: Record<string, string> = {}) {
  const env = { ...environment, ...more };
  const child = spawn(program, options, { cwd: app, env, stdio: ['ignore', 'pipe', 'pipe'], ...as(user) });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, said: `${out}${err}`.trim() };
}

/** Says something in a direct message; resolves once the bot has answered there. */
async function answered(port: string, said: string): Promise<boolean> {
  const channel = await slack.direct('T0ONE00001', 'U000000001');
  const before = (await slack.held('T0ONE00001', channel)).length;
  const event = { type: 'message', channel_type: 'im', channel, user: 'U000000001', text: said, ts: nextTs() };
  await post(`http://127.0.0.1:${port}`, JSON.stringify(envelopeOf('T0ONE00001', event)), json);
  const replied = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
  const posts = replied();
  for (let tries = 0; tries < 100; tries += 1) {
    if (replied() > posts || (await slack.held('T0ONE00001', channel)).length > before) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function main(): Promise<void> {
  build();
  settle();
  const size = megabytes(app);
  check(`the install has at most ${bars.size} MB`, size <= bars.size, `${size} MB`);
  const before = filesIn(app);

  const health = async (port: string) => (await run(image.healthCheck, { PORT: port })).code;
  check('the health check fails where nothing runs', (await health('1')) === 1);
  const starts: Running[] = [];
  for (let n = 0; n < 5; n += 1) {
    const one = await start();
    starts.push(one);
    if (n < 4) await stop(one);
  }
  const [last] = starts.slice(-1);
  if (last === undefined) throw new Error('nothing was started');
  const bare = bareStart();
  const figures = starts.map(({ wall, cpu }) => `${Math.round(wall)} (${cpu} of CPU)`).join(', ');
  // On a machine that is busy with something else the bar grows as a start of Node alone does.
  const bar = Math.round(bars.ready * Math.max(1, bare / bars.bare));
  const best = Math.min(...starts.map(({ wall, cpu }) => Math.min(wall, cpu)));
  check(`it is ready within ${bar} ms of its start`, best <= bar, `${figures} ms; Node alone ${Math.round(bare)} ms`);
  check('the health check passes where it runs', (await health(last.port)) === 0);
  check('a message is answered', await answered(last.port, '会社のPCで0xC004F074が出ます'));
  const doctor = await run(['node', 'src/adapters/cli/doctor.ts']);
  check('the doctor finds nothing to be mended', doctor.code === 0, doctor.code === 0 ? '' : doctor.said);

  const stopping = stop(last);
  const ready = async () => (await fetch(`http://127.0.0.1:${last.port}/readyz`)).status;
  await new Promise((resolve) => setTimeout(resolve, 500));
  check('after SIGTERM it is no longer ready', (await ready()) === 503);
  check('after SIGTERM it still answers while it drains', await answered(last.port, '使い方'));
  const { code, took } = await stopping;
  check(
    `it ends with 0 within ${bars.drain / 1_000} s of SIGTERM`,
    code === 0 && took <= bars.drain,
    `${Math.round(took)} ms`,
  );

  const after = filesIn(app);
  const changed = [...after].filter(([file, state]) => before.get(file) !== state).map(([file]) => file);
  check(
    'nothing was written in the install',
    changed.length === 0 && after.size === before.size,
    changed.slice(0, 5).join(', '),
  );
  if (isRoot) {
    // Other processes take files away meanwhile, which find counts as failures.
    const own = spawnSync('find', [...writable, '-xdev', '-uid', `${user}`], { encoding: 'utf8' }).stdout;
    const outside = own
      .split('\n')
      .filter((file) => file !== '' && !file.startsWith(data) && !file.startsWith(secrets));
    check('its user owns no file outside of DATA_DIR', outside.length === 0, outside.slice(0, 5).join(', '));
  }
  check('its database is in DATA_DIR', filesIn(data).size > 0);
}

try {
  await main();
} catch (error) {
  check('everything ran', false, error instanceof Error ? error.message : String(error));
} finally {
  await slack.close();
  execFileSync('chmod', ['-R', 'u+w', place]);
  rmSync(place, { recursive: true, force: true });
}
console.log(failed === 0 ? 'The install works.' : `${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
