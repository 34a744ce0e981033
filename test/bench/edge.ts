// npm run bench:edge: the CPU that a refused request to /api/messages costs the server. Exits 1 above the bar.
import { connect } from 'node:net';
import { startKeyServer } from '../teams/key-server.ts';
import { activity } from '../teams/people.ts';
import { startWorker, type Worker } from './slack-worker.ts';

/** Milliseconds of CPU a request; half a one more where only the key can tell, which takes the SDK and RSA. */
const bar = 1;
const barOfKeys = 1.5;
const [rounds, requests] = [12, 40];
const app = '44444444-4444-4444-8444-444444444444';
const now = Math.floor(Date.now() / 1_000);
const claims = {
  iss: 'https://api.botframework.com',
  aud: app,
  serviceurl: 'https://smba.trafficmanager.net/jp/',
  nbf: now - 60,
  exp: now + 3_600,
};

const keys = await startKeyServer();
const place = {
  service: 'https://smba.trafficmanager.net',
  tenant: 'one',
  conversation: 'a:x',
  kind: 'personal',
} as const;
const filled = (entities: number) =>
  JSON.stringify({
    ...activity(place, 'mallory', { text: 'x' }),
    entities: Array.from({ length: entities }, () => ({})),
  });
const bodies = { '0': '', '243 kB': filled(81_000), '4 MiB': filled(1_398_000) } as const;
const tokens = {
  'no JWT': 'x.y.z',
  'for another bot': await keys.sign({ ...claims, aud: 'another' }),
  'wrong signature': await keys.sign(claims, {}, 'foreign'),
};

/** Sends one request on a connection of its own, and leaves once it is answered; resolves to the status. */
const send = (url: string, token: string, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer.toString())?.[1]));
    });
    socket.on('error', reject);
    const lines = ['POST /api/messages HTTP/1.1', 'host: x', 'content-type: application/json'];
    socket.write(
      `${[...lines, `authorization: Bearer ${token}`, `content-length: ${Buffer.byteLength(body)}`].join('\r\n')}\r\n\r\n`,
    );
    socket.write(body);
  });

interface Cost {
  readonly least: number;
  readonly status: number;
}

/** Milliseconds of CPU a request, the least of the rounds, and how it was answered. */
async function measure(worker: Worker, token: string, body: string, times: number, count: number): Promise<Cost> {
  const costs: number[] = [];
  let status = 0;
  for (let round = 0; round < times; round += 1) {
    const before = (await worker.usage()).cpu;
    for (let n = 0; n < count; n += 1) status = await send(worker.url, token, body);
    costs.push(((await worker.usage()).cpu - before) / count);
  }
  return { least: Math.min(...costs), status };
}
const shown = ({ least, status }: Cost): string => `${least.toFixed(2)} ms (${status})`.padStart(18);

const [parsed, ours] = await Promise.all(
  ['./edge-parsed.ts', './edge-ours.ts'].map((file) => startWorker(file, [], [app, keys.metadata])),
);
if (parsed === undefined || ours === undefined) throw new Error('A server did not start');
try {
  console.log('CPU of the server for a refused request, and its status'.padEnd(60));
  console.log(`${'body'.padEnd(8)} ${'token'.padEnd(18)} ${'parsed first'.padStart(18)} ${'token first'.padStart(18)}`);
  let fine = true;
  for (const [size, body] of Object.entries(bodies))
    for (const [kind, token] of Object.entries(tokens)) {
      const before = await measure(parsed, token, body, 2, body.length < 1_000_000 ? 10 : 1);
      const after = await measure(ours, token, body, rounds, requests);
      fine &&= after.least <= (kind === 'wrong signature' ? barOfKeys : bar);
      console.log(`${size.padEnd(8)} ${kind.padEnd(18)} ${shown(before)} ${shown(after)}`);
    }
  console.log(`least of ${rounds} rounds; bar: ${bar} ms, with a wrong signature ${barOfKeys} ms`);
  process.exitCode = fine ? 0 : 1;
} finally {
  parsed.end();
  ours.end();
  await keys.stop();
}
