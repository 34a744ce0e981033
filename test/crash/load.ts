import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { alone, type Incoming } from '../../src/bot/ports.ts';
import type { Input } from '../../src/bot/types.ts';
import { fakeChannel, type Told } from './channel.ts';

/** What a load consists of. */
export interface Load {
  /** The workers of the versions of the program that take turns with each start of a process. */
  readonly versions: readonly string[];
  readonly dataDir: string;
  /** Empty: SQLite in the data directory. */
  readonly databaseUrl: string;
  /** How many processes of the bot run at once. */
  readonly processes: number;
  /** How often one of them is killed with SIGKILL at a random point. */
  readonly kills: number;
  /** How often one of them is frozen for `frozen` milliseconds, longer than a lease, at a random point. */
  readonly freezes: number;
  /** Milliseconds by which the clocks of two processes differ, each from the next. */
  readonly skew: number;
  /** How many conversations at least; as long as there are kills left, there are more. */
  readonly conversations: number;
  /** How many of them at once. */
  readonly atOnce: number;
  /** Whether every event is delivered to every process, else to one of them, and again until it is acknowledged. */
  readonly everywhere: boolean;
  /** One of so many calls to the channel fails. */
  readonly faulty: number;
  /** Milliseconds that the channel takes for a message at most. */
  readonly latency: number;
  /** Everything has to be over after so many milliseconds. */
  readonly limit: number;
}

/** What was seen from outside. */
export interface Outcome {
  readonly conversations: number;
  readonly kills: number;
  readonly acknowledged: number;
  /** Acknowledged events without an answer. */
  readonly unanswered: number;
  /** Answers beyond one for an event. */
  readonly surplus: number;
  /** Messages that were shown twice. */
  readonly doubled: number;
  readonly ticketsLost: number;
  readonly ticketsTwice: number;
  /** Words after the hand-over that did not reach the ticket, or more than once. */
  readonly notesLost: number;
  readonly notesTwice: number;
}

/** A case of an organisation, up to the desk and on; each step looks at what was shown last. */
const script: readonly ((shown: Told | undefined) => Input)[] = [
  () => ({ type: 'text', text: '会社のPCで0xC004F074が出ます' }),
  (shown) => ({ type: 'choice', to: shown?.view ?? '', choice: 'help' }),
  (shown) => ({ type: 'choice', to: shown?.view ?? '', choice: 'done' }),
  () => ({ type: 'text', text: '担当者に相談' }),
  () => ({ type: 'form', to: 'form', values: { message: 'つながりません' }, files: [] }),
  (shown) => ({ type: 'choice', to: shown?.view ?? '', choice: 'help' }),
  () => ({ type: 'text', text: 'まだ直りません。画面は青いままです' }),
];
const handedOver = 'closed.escalated';

/** The worker of this version. */
export const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
/** As the program itself is started: with compiled code kept between the starts. */
const start = new URL('../../src/adapters/cli/require-node.mjs', import.meta.url).href;

/** Milliseconds that a frozen process stands still; the lease of the workers is 2.5 s. */
const frozen = 4_000;

/** Runs a load against real processes and looks at it from outside. Rejects with an Error when it is not over in time. */
export async function run(load: Load): Promise<Outcome> {
  const channel = await fakeChannel(load.faulty, load.latency);
  let until = Date.now() + load.limit;
  const alive: { child: ChildProcess; port: number; version: string }[] = [];
  let starts = 0;
  let kills = 0;
  let frozenFor = 0;
  let ended = false;

  async function begin(slot: number, version = load.versions[starts % load.versions.length] ?? worker): Promise<void> {
    const skew = String(slot * load.skew);
    starts += 1;
    const child = spawn(
      process.execPath,
      ['--import', start, version, channel.url, load.dataDir, load.databaseUrl, skew],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const port = await new Promise<number>((resolve, reject) => {
      createInterface(child.stdout).once('line', (line) => resolve(Number(line)));
      child.once('exit', () => reject(new Error('A worker ended before it listened')));
    });
    alive[slot] = { child, port, version };
  }

  async function kill(): Promise<void> {
    while (kills < load.kills && !ended && Date.now() < until) {
      await sleep(Math.random() * 400);
      const slot = Math.floor(Math.random() * load.processes);
      const { child } = alive[slot] ?? {};
      if (child === undefined) continue;
      kills += 1;
      child.kill('SIGKILL');
      await once(child, 'exit');
      await begin(slot);
    }
    // An upgrade ends with the newer version everywhere, which alone can go on with what only it can read.
    const [newest = worker] = load.versions;
    for (const [slot, { child, version }] of alive.entries()) {
      if (version === newest || ended) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
      await begin(slot, newest);
    }
  }

  async function freeze(): Promise<void> {
    for (let freezes = 0; freezes < load.freezes && !ended && Date.now() < until; freezes += 1) {
      await sleep(Math.random() * 400);
      const { child } = alive[Math.floor(Math.random() * load.processes)] ?? {};
      child?.kill('SIGSTOP');
      await sleep(frozen);
      child?.kill('SIGCONT');
      frozenFor += 1;
    }
  }

  async function post(port: number, incoming: Incoming): Promise<boolean> {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/`, {
        method: 'POST',
        body: JSON.stringify(incoming),
        signal: AbortSignal.timeout(2_000),
      });
      return response.status === 200;
    } catch {
      return false;
    }
  }

  /** Delivers as a channel does: again, with the same id, until it is acknowledged. */
  async function deliver(incoming: Incoming): Promise<void> {
    while (Date.now() < until) {
      const to = load.everywhere ? alive : alive.filter((_, n) => n === Math.floor(Math.random() * load.processes));
      const taken = await Promise.all(to.map(({ port }) => post(port, incoming)));
      if (taken.length > 0 && taken.every(Boolean)) return;
      await sleep(20);
    }
  }

  let acknowledged = 0;
  async function converse(conversation: string): Promise<void> {
    for (const [n, step] of script.entries()) {
      const shown = channel.told.get(conversation)?.at(-1);
      const incoming = {
        id: `${conversation}#${n}`,
        conversation,
        person: 'slack:someone',
        address: '{}',
        language: 'ja',
        languageChosen: false,
        opens: true,
        addressed: true,
        company: alone,
        on: null,
        input: step(shown),
      } as Incoming;
      await deliver(incoming);
      acknowledged += 1;
      // Some people do not wait for the answer; a retry may still be under way.
      if (n > 3 && Math.random() < 0.2) void deliver(incoming);
      while ((channel.told.get(conversation)?.length ?? 0) <= n && Date.now() < until) await sleep(5);
    }
    while (!channel.tickets.has(conversation) && Date.now() < until) await sleep(5);
    // Workers of earlier versions add no notes.
    if (load.versions.length === 1) while (!channel.notes.has(conversation) && Date.now() < until) await sleep(5);
  }

  let begun = 0;
  async function keepTalking(): Promise<void> {
    while ((begun < load.conversations || kills < load.kills || frozenFor < load.freezes) && Date.now() < until) {
      begun += 1;
      await converse(`slack:${begun}`);
    }
  }

  try {
    await Promise.all(Array.from({ length: load.processes }, (_, slot) => begin(slot)));
    const killing = kill().finally(() => {
      if (kills < load.kills && !ended) until = 0; // A worker that does not start again ends it all.
    });
    killing.catch(() => {});
    const freezing = freeze();
    await Promise.all(Array.from({ length: load.atOnce }, keepTalking));
    ended = true;
    await Promise.all([killing, freezing]);
    await sleep(3_000); // Whatever is to come twice would come now.
    if (Date.now() >= until) throw new Error(`Not over in time: ${kills} kills, ${begun} conversations`);
  } finally {
    ended = true;
    for (const { child } of alive) child.kill('SIGKILL');
    await channel.stop();
  }
  return look(channel, begun, kills, acknowledged);
}

function look(
  { told, tickets, notes }: Awaited<ReturnType<typeof fakeChannel>>,
  conversations: number,
  kills: number,
  acknowledged: number,
): Outcome {
  const names = Array.from({ length: conversations }, (_, n) => `slack:${n + 1}`);
  const sum = (of: (name: string) => number) => names.reduce((total, name) => total + of(name), 0);
  const distinct = (name: string) => new Set(told.get(name)?.map(({ key }) => key)).size;
  const escalated = (name: string) => told.get(name)?.some(({ view }) => view === handedOver) === true;
  return {
    conversations,
    kills,
    acknowledged,
    unanswered: sum((name) => Math.max(0, script.length - distinct(name))),
    surplus: sum((name) => Math.max(0, distinct(name) - script.length)),
    doubled: sum((name) => (told.get(name)?.length ?? 0) - distinct(name)),
    ticketsLost: sum((name) => (escalated(name) && tickets.has(name) ? 0 : 1)),
    ticketsTwice: sum((name) => Math.max(0, (tickets.get(name)?.length ?? 0) - 1)),
    notesLost: sum((name) => (notes.has(name) ? 0 : 1)),
    notesTwice: sum((name) => Math.max(0, (notes.get(name)?.length ?? 0) - 1)),
  };
}
