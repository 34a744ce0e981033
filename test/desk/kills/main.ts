// npm run test:desks [-- --people=1000]: people hand their cases over to four desks and write on, while every desk fails and the bot is killed again and again; how many tickets are doubled or lost, and how many words. Exits with 1 unless all are 0.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { conversationId, personId } from '../../../src/bot/keys.ts';
import { alone, type Incoming } from '../../../src/bot/ports.ts';
import type { Input } from '../../../src/bot/types.ts';
import { fakeChannel } from '../../crash/channel.ts';
import { receivers } from './receivers.ts';
import { tally } from './spoiling.ts';

const { values } = parseArgs({ options: { people: { type: 'string', default: '1000' } } });
const people = Number(values.people);
/** People at once. */
const atOnce = 24;
const killEvery = 2_000;
/** Milliseconds after which nothing is killed any more, so that all can arrive. */
const killUntil = Date.now() + 150_000;
/** Milliseconds after which it is over, and what has not arrived counts as lost. */
const limit = 400_000;
const until = Date.now() + limit;

const atWork = '会社のPCで0xC004F074が出ます。担当者に相談したいです';
const data = '自分のPCです。ディスクから異音がして、データを取り出したいので専門業者に相談したいです';
/** What people write, where, and at which desks a ticket has to arrive; of a hundred people so many. */
const kinds = [
  { share: 48, channel: 'slack', text: atWork, desks: ['webhook'] },
  { share: 42, channel: 'teams', text: atWork, desks: ['webhook', 'mail'] },
  { share: 6, channel: 'slack', text: data, desks: ['servicenow'] },
  { share: 4, channel: 'teams', text: data, desks: ['zendesk'] },
] as const;
type Kind = (typeof kinds)[number];
type DeskId = Kind['desks'][number];
const drawn = kinds.flatMap((kind) => Array.from({ length: kind.share }, () => kind));
const kindOf = (n: number): Kind => drawn[(n * 37) % drawn.length] ?? kinds[0];
/** What people write after the hand-over. */
const words = ['追加の連絡その1です。席は3階です', '追加の連絡その2です。まだ同じ表示です'];

const desks = await receivers();
const channels = await fakeChannel(20, 30);
const folder = mkdtempSync(join(tmpdir(), 'ninsho-kills-'));
const desksFile = join(folder, 'desks.json');
const takes = { webhook: 'it-admin', mail: 'it-admin', servicenow: 'specialist', zendesk: 'specialist' } as const;
const serves = { webhook: ['slack', 'teams'], mail: ['teams'], servicenow: ['slack'], zendesk: ['teams'] } as const;
const ids = Object.keys(desks) as DeskId[];
const entries = ids.map((id) => ({ id, takes: [takes[id]], channels: serves[id], via: desks[id].via }));
writeFileSync(desksFile, JSON.stringify({ desks: entries }));

let { child, port } = await boot();
let [kills, over] = [0, false];

async function boot(): Promise<{ child: ChildProcess; port: number }> {
  const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
  const start = new URL('../../../src/adapters/cli/require-node.mjs', import.meta.url).href;
  const started = spawn(process.execPath, ['--import', start, worker, channels.url, folder, desksFile], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const told = await new Promise<number>((resolve, reject) => {
    createInterface(started.stdout).once('line', (line) => resolve(Number(line)));
    started.once('exit', (code) => reject(new Error(`The bot ended with ${code}`)));
  });
  return { child: started, port: told };
}

async function killAgain(): Promise<void> {
  while (!over && Date.now() < killUntil) {
    await sleep(killEvery * (0.5 + Math.random()));
    if (over) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    kills += 1;
    ({ child, port } = await boot());
  }
}

/** Delivers as a channel does: again, with the same id, until it is acknowledged. Resolves to false if it never was. */
async function deliver(incoming: Incoming): Promise<boolean> {
  while (Date.now() < until) {
    const init = { method: 'POST', body: JSON.stringify(incoming), signal: AbortSignal.timeout(3_000) };
    const status = await fetch(`http://127.0.0.1:${port}/`, init).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return true;
    await sleep(50);
  }
  return false;
}

/** What became of each person: whether the bot said that their case is handed over, and how many words it took. */
const accounts = new Map<string, { readonly kind: Kind; handed: boolean; words: number }>();

async function converse(n: number): Promise<void> {
  const name = `p${n}`;
  const kind = kindOf(n);
  const account = { kind, handed: false, words: 0 };
  accounts.set(name, account);
  const { channel } = kind;
  const person = personId({ home: channel, tenant: null, user: `u${n}` });
  const conversation = conversationId({ channel, tenant: null, place: name, person: null });
  const told = () => channels.told.get(conversation) ?? [];
  let acts = 0;
  const act = async (input: Input): Promise<boolean> => {
    acts += 1;
    const about = { id: `${name}#${acts}`, conversation, person, address: '{}', on: null, input, company: alone };
    const how = { language: 'ja', languageChosen: false, opens: true, addressed: true } as const;
    return deliver({ ...about, ...how });
  };
  const answered = async (): Promise<void> => {
    const keys = () => new Set(told().map(({ key }) => key)).size;
    while (keys() < acts && Date.now() < until) await sleep(20);
  };
  await act({ type: 'text', text: kind.text });
  await answered();
  await act({ type: 'form', to: told().at(-1)?.view ?? '', values: {}, files: [] });
  await answered();
  account.handed = told().at(-1)?.view === 'closed.escalated';
  // Nobody waits for the ticket to be opened: words may overtake it.
  for (const text of words) if (await act({ type: 'text', text })) account.words += 1;
}

let begun = 0;
async function keepAsking(): Promise<void> {
  while (begun < people && Date.now() < until) {
    begun += 1;
    await converse(begun);
  }
}

/** What is to be seen at a desk in the end. */
function report(id: DeskId) {
  const arrived = desks[id].arrived();
  const own = [...accounts].filter(([, { kind }]) => (kind.desks as readonly DeskId[]).includes(id));
  const sum = (of: (tickets: number, notes: readonly string[], taken: number) => number) =>
    own.reduce((total, [name, account]) => {
      const { tickets, notes } = arrived.get(name) ?? { tickets: 0, notes: [] };
      return total + of(tickets, notes, account.words);
    }, 0);
  const times = (notes: readonly string[], n: number) =>
    notes.filter((note) => note.includes(words[n]?.split('。')[0] ?? '')).length;
  return {
    'hand-overs': own.length,
    'not handed over': own.filter(([, { handed }]) => !handed).length,
    doubled: sum((tickets) => Math.max(0, tickets - 1)),
    lost: sum((tickets) => (tickets === 0 ? 1 : 0)),
    words: own.reduce((total, [, account]) => total + account.words, 0),
    'words doubled': sum((_, notes) => words.reduce((more, _word, n) => more + Math.max(0, times(notes, n) - 1), 0)),
    'words lost': sum((_, notes, taken) => words.slice(0, taken).filter((_word, n) => times(notes, n) === 0).length),
    'known as repeats': desks[id].repeats(),
  };
}

const seconds = (from: number, to: number) => Math.round((to - from) / 1_000);
const began = Date.now();
const killing = killAgain();
await Promise.all(Array.from({ length: atOnce }, keepAsking));
const spoken = Date.now();
const isThere = (id: DeskId) => report(id).lost + report(id)['words lost'] === 0;
/** The seconds after which everything had arrived at each desk. */
const complete = new Map<DeskId, number>();
while (complete.size < ids.length && Date.now() < until) {
  for (const id of ids) if (!complete.has(id) && isThere(id)) complete.set(id, seconds(began, Date.now()));
  await sleep(500);
}
over = true;
await killing;
await sleep(8_000); // Whatever is to come twice would come now: leases and what hangs have ended.
const result = Object.fromEntries(
  ids.map((id) => [id, { ...report(id), 'all there after s': complete.get(id) ?? Number.NaN }]),
);
child.kill('SIGKILL');
await channels.stop();
await Promise.all(ids.map((id) => desks[id].stop()));
rmSync(folder, { recursive: true, force: true });

console.table(result);
const all = Object.values(result);
const total = (of: (one: (typeof all)[number]) => number) => all.reduce((sum, one) => sum + of(one), 0);
console.log(
  `${accounts.size} people, ${kills} kills, spoilt calls: ${[...tally].map(([kind, many]) => `${many} ${kind}`).join(', ')}; ${seconds(began, spoken)} s of talk, ${seconds(spoken, Date.now())} s until all had arrived`,
);
const wrong = total(
  (one) => one['not handed over'] + one.doubled + one.lost + one['words doubled'] + one['words lost'],
);
console.log(
  'Known as repeats: a webhook is sent again under the webhook-id by which its receiver knows it, a mail under its Message-ID, since neither can be asked what it took; most mailboxes show two mails with one Message-ID as one.',
);
const bad = wrong > 0 || complete.size < ids.length || accounts.size < people || kills === 0;
console.log(bad ? 'FAILED' : 'Every case has one ticket at each of its desks, and every word after it arrived once.');
process.exit(bad ? 1 : 0);
