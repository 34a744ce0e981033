import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { alone, type Incoming } from '../../src/bot/ports.ts';
import { type StrictChannel, strictChannel } from './channel.ts';

/** People who wait for one channel. */
export interface Queue {
  readonly dataDir: string;
  /** Empty: SQLite in the data directory. */
  readonly databaseUrl: string;
  readonly processes: number;
  /** How many conversations wait at once. */
  readonly waiting: number;
  /** Messages a second that the channel takes. */
  readonly allowed: number;
  /** Messages a second that the bot is told. */
  readonly configured: number;
}

/** What was seen from outside. */
export interface Drained {
  /** From the first message to the last reply. */
  readonly seconds: number;
  /** How often the channel answered 429. */
  readonly refused: number;
  /** Replies that came before one whose message had been kept for five seconds when theirs arrived: what comes in the same moment is taken as the processes come to it. */
  readonly overtaken: number;
  /** Conversations that got no reply, and replies beyond the first. */
  readonly unanswered: number;
  readonly doubled: number;
}

const burst = 5;
/** While the others wait, some more people come. */
const newcomers = 10;
const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** Has everybody write at once, waits until all are answered, and looks at it from outside. */
export async function drained(queue: Queue): Promise<Drained> {
  const { dataDir, databaseUrl, processes, waiting, allowed, configured } = queue;
  const channel = await strictChannel(allowed, burst);
  const children = await Promise.all(
    Array.from({ length: processes }, async () => {
      const child = spawn(
        process.execPath,
        [worker, channel.url, dataDir, databaseUrl, String(configured), String(burst)],
        { stdio: ['pipe', 'pipe', 'inherit'] },
      );
      const port = await new Promise<number>((resolve, reject) => {
        createInterface(child.stdout).once('line', (line) => resolve(Number(line)));
        child.once('exit', () => reject(new Error('A worker ended before it listened')));
      });
      return { child, port };
    }),
  );
  const kept = new Map<string, number>();
  const write = async (n: number): Promise<void> => {
    const conversation = `slack:${n}`;
    const incoming = {
      id: conversation,
      conversation,
      person: `slack:person-${n}`,
      address: '{}',
      language: 'ja',
      languageChosen: false,
      opens: true,
      addressed: true,
      company: alone,
      on: null,
      input: { type: 'text', text: '会社のPCで0xC004F074が出ます' },
    } as Incoming;
    const { port = 0 } = children[n % processes] ?? {};
    const { status } = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: JSON.stringify(incoming) });
    if (status === 200) kept.set(conversation, performance.now());
  };
  const began = performance.now();
  const expected = (waiting / Math.min(allowed, configured)) * 1_000;
  try {
    let next = 0;
    const keepWriting = async () => {
      while (next < waiting) await write(next++);
    };
    await Promise.all(Array.from({ length: 16 }, keepWriting));
    for (let n = 0; n < newcomers; n += 1) {
      await sleep(expected / 2 / newcomers);
      await write(waiting + n);
    }
    const all = waiting + newcomers;
    while (channel.taken.length < all && performance.now() - began < 2 * expected + 20_000) await sleep(50);
    await sleep(500);
  } finally {
    for (const { child } of children) child.kill('SIGKILL');
    await channel.stop();
  }
  return look(channel, kept, began);
}

function look({ taken, refused }: StrictChannel, kept: ReadonlyMap<string, number>, began: number): Drained {
  const answered = new Map(taken.map(({ conversation, at }) => [conversation, at]));
  const keptAt = (conversation: string) => kept.get(conversation) ?? Number.POSITIVE_INFINITY;
  // From the last to the first: the longest wait of all that were answered later.
  let earliest = Number.POSITIVE_INFINITY;
  let overtaken = 0;
  for (const { conversation } of taken.toReversed()) {
    if (keptAt(conversation) - earliest > 5_000) overtaken += 1;
    earliest = Math.min(earliest, keptAt(conversation));
  }
  return {
    seconds: Math.round(((taken.at(-1)?.at ?? began) - began) / 100) / 10,
    refused: refused(),
    overtaken,
    unanswered: [...kept.keys()].filter((conversation) => !answered.has(conversation)).length,
    doubled: taken.length - answered.size,
  };
}
