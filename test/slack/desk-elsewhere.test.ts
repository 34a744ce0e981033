import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { serve } from '../../src/adapters/http/server.ts';
import { conversationIn, personOf, writeAddress } from '../../src/adapters/slack/address.ts';
import { type Slack, slack } from '../../src/adapters/slack/index.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { vaultOf } from '../../src/adapters/store/vault.ts';
import { alone, type Log, type Receive, type Ticket } from '../../src/bot/ports.ts';
import { readerOf } from '../../src/bot/runtime/index.ts';
import { notice } from '../../src/bot/view/notice.ts';
import { noNotices } from '../store/no-notices.ts';
import { desk, type Interact, openAnswer, pressAnswer, sendAnswer, staff, team } from './at-desk.ts';
import { form, interaction, post } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';
import { installed, installIn } from './install.ts';
import { configFor } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

const teams = 'teams:19:a_b@thread.tacv2;messageid=1712345678901';
const receive = vi.fn<Receive>(async () => 'answered');
let fake: FakeSlack;
let bot: Slack;
let interact: Interact;
let stop: () => Promise<unknown>;
let logged: string[];
/** A desk in one of two workspaces, for conversations of another channel. */
beforeEach(async () => {
  receive.mockClear();
  fake = await fakeSlack();
  logged = [];
  const line = (_about: object, what: string) => void logged.push(what);
  const log: Log = { info: line, warn: line, error: line };
  const database = await sqlite(':memory:');
  const vault = vaultOf(database);
  await installIn(vault);
  const contacts = readContacts(exampleContacts);
  const config = configFor(fake.url, { installed, desks: [deskOn(desk, { team })] });
  bot = slack(config, {
    log,
    vault,
    conversations: readerOf(storeOf(database), contacts, () => ({ adapters: [], desks: [] })),
    notices: noNotices,
  });
  const server = await serve(bot.routes, 0, '127.0.0.1', log);
  await bot.adapter.start(receive);
  interact = (payload) => post(`http://127.0.0.1:${server.port}`, interaction(payload), form);
  stop = async () => {
    await Promise.all([server.stop(), bot.adapter.stop()]);
    await fake.close();
    expect(fake.refused).toEqual([]);
  };
});
afterEach(() => stop());

const openTicket = (conversation: string, asker = 'teams:somebody', name = '田中') => {
  const from = { conversation, address: 'opaque', language: 'en' } as Ticket['from'];
  const person = asker as Ticket['person'];
  const contact = { name, mail: '', chat: '', thread: '' };
  const handling = { state: 'new', by: '', at: 0 } as const;
  return bot.desks[0]?.open('key', {
    from,
    person,
    contact,
    handover: { to: 'it-admin', text: 'Help' },
    facts: {},
    urgency: '',
    handling,
    words: '',
    owner: null,
  });
};

test('an answer at the desk in Slack reaches the conversation in Teams, in the name of its author', async () => {
  await openTicket(teams);
  const opened = await openAnswer(fake, interact);
  expect(await sendAnswer(interact, opened, ' 直りました \n')).toBeUndefined();
  expect(receive.mock.calls).toEqual([
    [
      {
        id: expect.stringContaining(opened.id),
        conversation: teams,
        person: personOf(team, staff),
        address: '',
        language: 'ja',
        languageChosen: false,
        opens: false,
        addressed: true,
        company: alone,
        on: null,
        input: { type: 'desk', text: ' 直りました', by: '', corrects: false, seen: 0, attached: null },
      },
    ],
  ]);
});

test('a ticket can be answered when the conversation id has the maximum length', async () => {
  const longest = `teams:${'x'.repeat(512 - 'teams:'.length)}`;
  await openTicket(longest);
  await sendAnswer(interact, await openAnswer(fake, interact), '直りました');
  expect(receive.mock.calls[0]?.[0].conversation).toBe(longest);
});

test('an answer of the desk that cannot be stored is not acknowledged, nor shown in the ticket’s thread', async () => {
  await openTicket(teams);
  const opened = await openAnswer(fake, interact);
  receive.mockRejectedValueOnce(new Error('away'));
  await expect(sendAnswer(interact, opened, '直りました')).rejects.toThrow('500');
  expect(fake.calls.map(({ method }) => method)).not.toContain('conversations.replies');
});

test('an answer from another workspace is refused, even from a channel with the id of the desk', async () => {
  await openTicket(teams);
  await pressAnswer(fake, interact, { team: 'T0TWO00002' });
  expect(fake.calls.map(({ method }) => method)).not.toContain('views.open');
  await sendAnswer(interact, await openAnswer(fake, interact), '直りました', 'T0TWO00002');
  expect(receive).not.toHaveBeenCalled();
  expect(logged.filter((line) => line.includes('none of the desk’s'))).toHaveLength(2);
});

test.each([
  [teams, 'teams:29:1a2b', '田中', '田中さん（Microsoft Teams）'],
  ['matrix:!room:example.org', 'matrix:@ann:example.org', '', 'matrixの方'],
  [`slack:T0TWO00002:C1:1.1`, 'slack:T0TWO00002:U0NOBODY01', '田中', '田中さん（Slack）'],
])(
  'a ticket names a person of another channel or workspace without mentioning them: %s %s',
  async (conversation, asker, name, shown) => {
    await openTicket(conversation, asker, name);
    const [ticket] = await fake.held(team as Parameters<FakeSlack['held']>[0], desk);
    const text = shownIn(ticket?.blocks ?? []).lines.join();
    expect(text).toContain(shown);
    expect(text).not.toContain('<@');
  },
);

test('a second attempt at a ticket or reply joins the running one, and one message is posted', async () => {
  await Promise.all([openTicket(teams), openTicket(teams)]);
  expect(await fake.held(team as Parameters<FakeSlack['held']>[0], desk)).toHaveLength(1);
  const address = { team, channel: channels.support, thread: '1.1' };
  const to = { conversation: conversationIn(address), address: writeAddress(address), language: 'ja' } as const;
  await Promise.all([bot.adapter.post(to, 'one', notice('x')), bot.adapter.post(to, 'one', notice('x'))]);
  const posts = fake.calls.filter(({ method, body }) => method === 'chat.postMessage' && body['thread_ts'] === '1.1');
  expect(posts).toHaveLength(1);
});
