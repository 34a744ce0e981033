import { afterEach, expect, test, vi } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { conversationId } from '../../src/bot/keys.ts';
import { unlimited } from '../../src/bot/lib/rates.ts';
import {
  type Adapter,
  alone,
  type ConversationId,
  type Desk,
  type Incoming,
  type MessageRef,
} from '../../src/bot/ports.ts';
import { type Bot, bot, policy } from '../../src/bot/runtime/index.ts';
import { newMetrics } from '../../src/bot/runtime/metrics.ts';
import type { Input, Outgoing } from '../../src/bot/types.ts';
import { noNotices } from '../store/no-notices.ts';
import { type DeskRig, deskRig, fakes, person } from './systems/rig.ts';
import { type Fault, suzuki } from './systems/server.ts';

afterEach(() => vi.restoreAllMocks());

/** Returns an object whose methods never return any more once its process is killed: the call may have been made, nobody hears of it. */
const mortal = <Port extends object>(port: Port, life: { killed: boolean }): Port =>
  new Proxy(port, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return async (...given: unknown[]) => {
        if (life.killed) return new Promise(() => {});
        const result: unknown = await value.apply(target, given);
        return life.killed ? new Promise(() => {}) : result;
      };
    },
  });

/** Returns the bytes of a picture of this name. */
const pictureOf = (name: string) => new Uint8Array([...Buffer.from(`\x89PNG\r\n${name}`, 'latin1')]);

/** A channel that shows everything, over which processes come and go, with a ticket system behind it. */
function channelOver(rig: DeskRig) {
  const shown: { readonly conversation: ConversationId; readonly key: string; readonly outgoing: Outgoing }[] = [];
  const time = { ahead: 0 };
  const now = () => Math.round(performance.timeOrigin + performance.now()) + time.ahead;
  vi.spyOn(Date, 'now').mockImplementation(now);
  const adapter: Adapter = {
    channel: 'slack',
    searchable: true,
    limitOf: () => unlimited,
    start: async () => {},
    post: async ({ conversation }, key, outgoing) => {
      shown.push({ conversation, key, outgoing });
      return { outcome: 'done', message: `m${shown.length}` as MessageRef };
    },
    replace: async () => undefined,
    settle: async (_to, message) => ({ outcome: 'done', message }),
    find: async (_to, key) => (shown.some((one) => one.key === key) ? ('m' as MessageRef) : undefined),
    fetch: async (_to, { ref }) => ({ outcome: 'fetched', bytes: pictureOf(ref) }),
    attach: async () => ({ outcome: 'done', message: '' as MessageRef }),
    contactOf: async () => ({ name: '佐藤', mail: '', chat: '', thread: '' }),
    acknowledge: async () => {},
    stop: async () => {},
  };
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const process = (desk: Desk, life = { killed: false }): Bot =>
    bot({
      store: mortal(rig.store, life),
      notices: noNotices,
      adapters: [adapter],
      desks: [mortal(desk, life)],
      contacts: readContacts(exampleContacts),
      log: quiet,
      pictures: null,
      proposer: null,
      metrics: newMetrics(),
      now,
      random: Math.random,
      by: crypto.randomUUID(),
      policy: { ...policy, timeout: 500, waitInPlace: 50 },
    });
  let deliveries = 0;
  const incoming = (conversation: ConversationId, input: Input): Incoming => {
    deliveries += 1;
    const about = { id: `d${deliveries}`, conversation, person, address: '{}', on: null, input };
    return { ...about, language: 'ja', languageChosen: false, opens: true, addressed: true, company: alone };
  };
  const last = (conversation: ConversationId) => shown.findLast((one) => one.conversation === conversation)?.outgoing;
  const ask = async (navi: Bot, conversation: ConversationId) => {
    await navi.receive(incoming(conversation, { type: 'text', text: '会社のPCで0xC004F074が出ます' }));
    await navi.rest();
  };
  /** Asks for a person, and leaves the form as it is. The ticket may still be on its way. */
  async function handOver(navi: Bot, conversation: ConversationId): Promise<void> {
    for (let n = 0; n < 2; n += 1) {
      const { id = '', form } = last(conversation)?.view ?? {};
      const input: Input = form
        ? { type: 'form', to: id, values: {}, files: [] }
        : { type: 'choice', to: id, choice: 'human' };
      const shownBefore = shown.length;
      await navi.receive(incoming(conversation, input));
      await vi.waitFor(() => expect(shown.length).toBeGreaterThan(shownBefore));
      if (last(conversation)?.outcome === 'escalated') return;
    }
    throw new Error('not handed over');
  }
  /** Goes on in time until nothing is due any more. */
  async function pass(navi: Bot): Promise<void> {
    for (let rounds = 0; rounds < 60; rounds += 1) {
      time.ahead += 60_000;
      await navi.sweep();
      await navi.rest();
    }
  }
  return { process, incoming, last, pass, ask, handOver };
}

const place = (n: number) => conversationId({ channel: 'slack', tenant: 'T1', place: `C1:${n}`, person: null });

test.each(fakes)(
  'of hand-overs to %s among cuts, refusals and kills each has one ticket, and no word after it is lost',
  async (_, fakeOf) => {
    const rig = await deskRig(await fakeOf());
    const { process, incoming, pass, ask, handOver } = channelOver(rig);
    const { write, read } = rig.fake.server.faults;
    const bad: readonly Fault[] = ['cut before', 'cut after', { status: 503 }, { status: 500 }, 'hang', 'page'];
    const many = 12;
    let life = { killed: false };
    let navi = process(rig.desk, life);
    for (let n = 0; n < many; n += 1) {
      await ask(navi, place(n));
      write.push(bad[n % bad.length] ?? 'page', ...(n % 2 === 0 ? [bad[(n + 3) % bad.length] ?? 'page'] : []));
      if (n % 4 === 0) read.push('cut before', { status: 429, headers: { 'retry-after': '1' } });
      await handOver(navi, place(n));
      await navi.receive(incoming(place(n), { type: 'text', text: `追加の連絡${n}です。席は3階です` }));
      // Every third time the process is killed in the midst of it, and another goes on.
      if (n % 3 === 0) {
        life.killed = true;
        life = { killed: false };
        navi = process(rig.second(), life);
      }
      await navi.rest();
    }
    await pass(navi);
    expect([...write, ...read]).toEqual([]);
    const marks = rig.fake.tickets.map(({ mark }) => mark);
    expect(new Set(marks).size).toBe(many);
    expect(marks).toHaveLength(many);
    const notes = rig.fake.tickets.flatMap(({ comments }) => comments.map(({ text }) => text));
    for (let n = 0; n < many; n += 1)
      expect(
        notes.filter((text) => text.includes(`追加の連絡${n}です`)),
        `words of ${n}`,
      ).toHaveLength(1);
    vi.restoreAllMocks();
    await rig.stop();
  },
  60_000,
);

test.each(fakes)(
  'of files that are sent to %s after the hand-over among cuts, refusals and kills each is on its ticket once',
  async (_, fakeOf) => {
    const rig = await deskRig(await fakeOf());
    const { process, incoming, pass, ask, handOver } = channelOver(rig);
    const { write, upload } = rig.fake.server.faults;
    const bad: readonly Fault[] = ['cut before', 'cut after', { status: 503 }, { status: 500 }, 'hang', 'page'];
    const many = 8;
    let life = { killed: false };
    let navi = process(rig.desk, life);
    for (let n = 0; n < many; n += 1) {
      await ask(navi, place(n));
      await handOver(navi, place(n));
      await navi.rest();
      upload.push(bad[n % bad.length] ?? 'page');
      if (n % 2 === 0) write.push(bad[(n / 2) % bad.length] ?? 'page');
      const files = [{ ref: `p${n}`, kind: 'picture', size: 10 }] as const;
      await navi.receive(incoming(place(n), { type: 'file', text: `画面${n}です`, files }));
      if (n % 3 === 0) {
        life.killed = true;
        life = { killed: false };
        navi = process(rig.second(), life);
      }
      await navi.rest();
      await pass(navi);
    }
    expect([...write, ...upload]).toEqual([]);
    const names = rig.fake.tickets.map(({ files }) => files.map(({ bytes }) => bytes.subarray(6).toString('latin1')));
    expect(names).toEqual(Array.from({ length: many }, (_unused, n) => [`p${n}`]));
    const notes = rig.fake.tickets.map(({ comments }) => comments.filter(({ text }) => text.includes('です')).length);
    expect(notes).toEqual(Array(many).fill(1));
    vi.restoreAllMocks();
    await rig.stop();
  },
  60_000,
);

test.each(fakes)(
  'an answer in %s is shown to the person, and what they say then comes to the ticket',
  async (_, fakeOf) => {
    const rig = await deskRig(await fakeOf());
    const { process, incoming, last, ask, handOver } = channelOver(rig);
    vi.restoreAllMocks();
    const navi = process(rig.desk);
    await rig.desk.start(navi.receive);
    await ask(navi, place(1));
    await handOver(navi, place(1));
    await navi.rest();
    const [ticket] = rig.fake.tickets;
    if (ticket === undefined) throw new Error('no ticket');
    expect(await rig.hook(rig.fake.says(ticket, 'サーバーを直しました。', suzuki, true))).toBe(200);
    await navi.rest();
    expect(last(place(1))?.view.quote).toBe('サーバーを直しました。');
    expect(last(place(1))?.view.lead.join()).toContain('鈴木');
    await navi.receive(incoming(place(1), { type: 'text', text: 'まだ同じ画面です。再起動もしました' }));
    await navi.rest();
    expect(ticket.comments.at(-1)?.text).toContain('> まだ同じ画面です');
    await navi.stop();
    await rig.stop();
  },
  20_000,
);
