import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { activity, type Place, written } from '../teams/people.ts';

/** CPU an activity: this bot against a bare SDK bot, side by side, in turns. Exits 1 above the bar. */
const bar = 1.25;
const rounds = 8;
/** Rounds before, until both are compiled: a bot runs for days. */
const warming = 3;
const activities = 1_200;
const people = 32;
const words = ['認証できません', '会社のPCです', 'ヘルプ', '0xC004F074 が出ます', '戻る', '最初から'];

let sent = 0;
const service = createServer((request, response) => {
  request.resume().on('end', () => {
    sent += 1;
    response.writeHead(201, { 'content-type': 'application/json' }).end(`{"id":"${sent}"}`);
  });
}).listen(0, '127.0.0.1');
await once(service, 'listening');
const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;

interface Bot {
  readonly name: string;
  readonly port: number;
  readonly child: ChildProcess;
}
async function begin(name: string, folder: string): Promise<Bot> {
  const child = fork(join(import.meta.dirname, `teams-${name}.ts`), [folder]);
  const [port] = (await once(child, 'message')) as [number];
  return { name, port, child };
}

/** CPU time of the bot so far, in microseconds. */
async function spent({ child }: Bot): Promise<number> {
  child.send('cpu');
  const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage];
  return user + system;
}

/** One round: every person writes in turn, never two messages at once; microseconds an activity. */
async function measure(bot: Bot): Promise<number> {
  const before = await spent(bot);
  const goal = sent + activities;
  const write = async (person: number) => {
    const place: Place = { service: url, tenant: 'one', conversation: `a:${bot.name}-${person}`, kind: 'personal' };
    for (let n = person; n < activities; n += people) {
      const body = JSON.stringify(
        activity(place, `${person}`, written(words[Math.floor(n / people) % words.length] ?? '')),
      );
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
      const { status } = await fetch(`http://127.0.0.1:${bot.port}/api/messages`, init).then(async (answer) => {
        await answer.text();
        return answer;
      });
      if (status !== 200) throw new Error(`${bot.name} answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: people }, (_, person) => write(person)));
  for (const end = Date.now() + 20_000; sent < goal; await new Promise((resolve) => setTimeout(resolve, 5)))
    if (Date.now() > end) throw new Error(`${bot.name} left ${goal - sent} messages unanswered`);
  return ((await spent(bot)) - before) / activities;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const folder = mkdtempSync(join(tmpdir(), 'ninsho-navi-'));
const bots = [await begin('bare', folder), await begin('ours', folder)] as const;
try {
  for (let round = 0; round < warming; round += 1) for (const bot of bots) await measure(bot);
  const costs: [number, number][] = [];
  for (let round = 0; round < rounds; round += 1) costs.push([await measure(bots[0]), await measure(bots[1])]);
  const [bare, ours] = [mean(costs.map(([cost]) => cost)), mean(costs.map(([, cost]) => cost))];
  const ratios = costs.map(([one, other]) => other / one);
  const ratio = ours / bare;
  console.log(`bare botbuilder: ${(bare / 1000).toFixed(2)} ms CPU an activity`);
  console.log(`this bot:        ${(ours / 1000).toFixed(2)} ms CPU an activity`);
  console.log(
    `ratio: ${ratio.toFixed(2)}, from ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} (bar: ${bar})`,
  );
  console.log(`${rounds} rounds of ${activities} activities each, ${people} people at once, SQLite`);
  process.exitCode = ratio <= bar ? 0 : 1;
} finally {
  for (const { child } of bots) child.kill();
  service.close();
  service.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
}
