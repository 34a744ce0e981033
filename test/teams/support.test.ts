import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TeamsConfig } from '../../src/adapters/teams/config.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { channel as desk, threadsAt } from './at-desk.ts';
import { type Chat, local, startChat } from './chat.ts';
import { deskOn } from './desk-on.ts';
import { dataOf, newestAt, shownAt } from './looking.ts';
import { activity, idOf, mentioning, nextId, type Place, press, written } from './people.ts';
import { type Service, startService } from './service.ts';

const words = wordsIn('ja');
const support = '19:help@thread.tacv2';
const elsewhere = '19:lunch@thread.tacv2';
const staffId = '99999999-9999-4999-8999-999999999999';
let service: Service;
let chat: Chat;
let logged: string[];
async function start(more: (root: string) => Partial<TeamsConfig> = () => ({})) {
  const line = (about: object, what: string) => void logged.push(`${what} ${JSON.stringify(about)}`);
  const listed = { support: [{ conversation: support, serviceUrl: `${service.url}/one/` }] };
  const config = { ...local, ...listed, ...more(service.url) };
  chat = await startChat(config, ':memory:', { info: line, warn: line, error: line });
}
beforeEach(async () => {
  logged = [];
  service = await startService();
});
afterEach(async () => {
  await chat.stop();
  await service.stop();
  expect(service.wrong).toEqual([]);
});

/** A thread of a channel, called after the post that begins it. */
const threadOf = (channel: string, root = nextId()): Place & { readonly root: string } => ({
  service: service.url,
  tenant: 'one',
  conversation: `${channel};messageid=${root}`,
  kind: 'channel',
  root,
});
/** What somebody writes to a channel, where Teams delivers everything. */
async function say(person: string, at: Place, more: object) {
  const answer = await chat.deliver(activity(at, person, more));
  for (const id of [idOf(at), `${idOf(at)}#teams:${idOf(at).split(':')[1]}:29:${person}`]) await chat.idle(id);
  return answer;
}
const post = (person: string, at: ReturnType<typeof threadOf>, text: string) =>
  say(person, at, { ...written(text), id: at.root });
const shown = (at: Place) => shownAt(chat, service, at);

describe('in a support channel', () => {
  beforeEach(() => start());

  test('a post without a mention begins a case for its author, who goes on without one', async () => {
    const here = threadOf(support);
    expect((await post('ann', here, '会社のPCで 0xC004F074 が出ます')).status).toBe(200);
    expect((await shown(here))[0]?.lines.join()).toContain('0xC004F074');
    await say('ann', here, written('Windows 11 Pro です'));
    expect(await shown(here)).toHaveLength(2);
  });

  test('others are left alone in its thread, and one who mentions the bot has a case of their own, then without a mention', async () => {
    const here = threadOf(support);
    await post('ann', here, '認証できません');
    await say('bob', here, written('私も昨日なりました'));
    expect(await shown(here)).toHaveLength(1);
    await say('bob', here, mentioning('私のPCも認証できません'));
    const [, second] = await shown(here);
    expect(second?.lines).toContain(words.text('says:own-case'));
    await say('bob', here, written('会社のPCです'));
    expect(await shown(here)).toHaveLength(3);
  });

  test('a reply in a thread that nobody began with the bot begins no case, and a mention there does', async () => {
    const here = threadOf(support);
    await say('ann', here, written('お昼にしよう'));
    expect(await shown(here)).toEqual([]);
    await say('ann', here, mentioning('認証できません'));
    expect(await shown(here)).toHaveLength(1);
  });

  test('the welcome does not ask to mention the bot', async () => {
    const installed = { type: 'installationUpdate', action: 'add' };
    const [here, there] = [support, elsewhere].map((conversation) => ({ ...threadOf(conversation), conversation }));
    if (here === undefined || there === undefined) throw new Error('No place');
    for (const place of [here, there]) await chat.deliver(activity(place, 'ann', installed));
    expect((await shown(here))[0]?.lines.join()).not.toContain('「@認証ナビ」');
    expect((await shown(there))[0]?.lines.join()).toContain('「@認証ナビ」');
  });

  test('a post that Teams delivers twice is answered once', async () => {
    const here = threadOf(support);
    for (const _ of [1, 2]) await post('ann', here, '認証できません');
    expect(await shown(here)).toHaveLength(1);
  });

  test('a post of another bot is left alone', async () => {
    const here = threadOf(support);
    const from = { id: '28:workflows', name: 'Workflows' };
    await say('ann', here, { ...written('認証できません'), id: here.root, from });
    expect(await shown(here)).toEqual([]);
  });

  test('the author edits their post without a mention, and it is understood anew', async () => {
    const here = threadOf(support);
    await post('ann', here, '0xC004F074 が出ます。自分で買ったPCです');
    await say('ann', here, { ...written('0xC004F074 が出ます。会社のPCです'), type: 'messageUpdate', id: here.root });
    const now = (await shown(here)).at(-1)?.lines.join() ?? '';
    expect(now).toContain('会社・学校のPC');
  });
});

describe('outside of the support channels, where Teams delivers everything', () => {
  beforeEach(() => start());

  test.each(['channel', 'groupChat'] as const)(
    'what people say without a mention in a %s is neither answered nor logged',
    async (kind) => {
      const thread = threadOf(elsewhere);
      const here: Place = kind === 'channel' ? thread : { ...thread, conversation: '19:group@thread.v2', kind };
      const silent = async () => {
        const [calls, lines] = [service.calls.length, logged.length];
        const { status, body } = await say('ann', here, { ...written('認証できません'), id: thread.root });
        expect([status, body]).toEqual([200, {}]);
        expect([service.calls.length, logged.length]).toEqual([calls, lines]);
      };
      await silent();
      await say('ann', here, mentioning('認証できません'));
      expect(await shown(here)).toHaveLength(1);
      await silent();
    },
  );

  test('a button there is answered as before', async () => {
    const here = threadOf(elsewhere);
    await say('ann', here, mentioning('認証できません'));
    const { id, card } = await newestAt(chat, service, here);
    await say('ann', here, press(id, dataOf(card, 'organization')));
    expect(await shown(here)).toHaveLength(2);
  });
});

test('in a listed group chat, which has no threads, whoever has a case need not mention the bot, and nobody else begins one', async () => {
  const conversation = '19:group@thread.v2';
  await start((url) => ({ support: [{ conversation, serviceUrl: `${url}/one/` }] }));
  const here: Place = { service: service.url, tenant: 'one', conversation, kind: 'groupChat' };
  await say('ann', here, written('認証できません'));
  expect(await shown(here)).toEqual([]);
  await say('ann', here, mentioning('認証できません'));
  await say('ann', here, written('会社のPCです'));
  expect(await shown(here)).toHaveLength(2);
  await say('bob', here, written('お昼にしよう'));
  expect(await shown(here)).toHaveLength(2);
});

describe('in the thread of a case in a support channel that a desk has', () => {
  const staff = { from: { id: '29:staff', name: '担当 さん', aadObjectId: staffId } };
  let here: ReturnType<typeof threadOf>;
  async function handOver(named: readonly string[]) {
    await start((url) => ({ desks: [deskOn(url, desk, { staff: named })] }));
    here = threadOf(support);
    await post('ann', here, '会社のPCです。担当者に相談したいです');
    const { id, card } = await newestAt(chat, service, here);
    const submit = card.buttons.find(({ data }) => 'form' in data)?.data ?? {};
    await say('ann', here, press(id, submit));
  }
  const answered = async () => {
    const before = (await shown(here)).length;
    await say('ann', here, written('電源を入れ直しました'));
    return (await shown(here)).length > before;
  };

  test('staff whom the desk names take the case over by writing there, and hand it back by a mention', async () => {
    await handOver([staffId]);
    await say('staff', here, { ...written('担当の者です。確認します'), ...staff });
    expect(await answered()).toBe(false);
    expect(
      threadsAt(service)[0]
        ?.notes.map(({ lines }) => lines.join())
        .join(),
    ).toContain('電源を入れ直しました');
    await say('staff', here, { ...mentioning('ボットに戻します'), ...staff });
    expect(await answered()).toBe(true);
  });

  test.each([
    ['the desk names nobody', [], staff],
    ['the desk names others', ['88888888-8888-4888-8888-888888888888'], staff],
    ['they are no staff', [staffId], {}],
  ])('others change nothing by what they write: %s', async (_why, named, more) => {
    await handOver(named);
    await say('bob', here, { ...written('見てみます'), ...more });
    expect(await answered()).toBe(true);
  });
});
