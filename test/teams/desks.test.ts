import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { teamsConfig } from '../../src/adapters/teams/config.ts';
import type { TeamsDesk } from '../../src/adapters/teams/desks.ts';
import { type TeamsValues, teamsVariables } from '../../src/adapters/teams/variables.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { handOver, ticketAt } from './at-desk.ts';
import { type Chat, local, startChat } from './chat.ts';
import { deskOn } from './desk-on.ts';
import { activity, idOf, mentioning, type Place, pathOf, press, tenants, written } from './people.ts';
import { shownIn } from './screen.ts';
import { type Service, startService } from './service.ts';

const english = { id: 'lab', name: 'Lab', language: 'en', zone: 'Europe/London' } as const satisfies Partial<TeamsDesk>;

describe('several desks in Teams', () => {
  let service: Service;
  let chat: Chat;
  let asker: Place;
  /** Two group chats. */
  let places: readonly [Place, Place];
  beforeEach(async () => {
    service = await startService();
    const at = (conversation: string, kind: Place['kind']): Place => ({
      service: service.url,
      tenant: 'one',
      conversation,
      kind,
    });
    asker = at('a:asker', 'personal');
    places = [at('19:first@thread.v2', 'groupChat'), at('19:second@thread.v2', 'groupChat')];
    const [first, second] = places.map(({ conversation }) => conversation);
    const desks = [deskOn(service.url, first ?? ''), deskOn(service.url, second ?? '', english)];
    chat = await startChat({ ...local, desks });
    await handOver(chat, service, asker);
  });
  afterEach(async () => {
    await chat.stop();
    await service.stop();
    expect(service.wrong).toEqual([]);
  });

  test('each gets a ticket in its own language, and its people may press what stands on it', async () => {
    const [first, second] = places.map((place) => ticketAt(service, place));
    const [ja, en] = [wordsIn('ja'), wordsIn('en')];
    expect(first?.buttons.map(({ title }) => title)).toContain(ja.text('desk:acts.take'));
    const take = second?.buttons.find(({ title }) => title === en.text('desk:acts.take'));
    const pressed = await chat.deliver(activity(places[1], 'staff', press(second?.id ?? '', take?.data ?? {})));
    expect(pressed.body).toMatchObject({ value: en.text('teams:accepted') });
    await chat.idle(idOf(asker));
    expect(ticketAt(service, places[0]).lines.join('\n')).toContain('担当しています');
    expect(ticketAt(service, places[1]).lines.join('\n')).toContain('Taken by');
  });
});

describe('a desk in Teams that names its staff', () => {
  const own = '33333333-3333-4333-8333-333333333333';
  const other = '44444444-4444-4444-8444-444444444444';
  let service: Service;
  let chat: Chat;
  let asker: Place;
  let place: Place;
  beforeEach(async () => {
    service = await startService();
    const at = { service: service.url, tenant: 'one' } as const;
    asker = { ...at, conversation: 'a:asker', kind: 'personal' };
    place = { ...at, conversation: '19:desk@thread.v2', kind: 'groupChat' };
    chat = await startChat({ ...local, desks: [deskOn(service.url, place.conversation, { staff: [own] })] });
    await handOver(chat, service, asker);
  });
  afterEach(async () => {
    await chat.stop();
    await service.stop();
  });
  const pressed = (data: object, aadObjectId: string) => {
    const sent = activity(place, 'staff', press(ticketAt(service, place).id, data));
    return chat.deliver({ ...sent, from: { ...sent.from, aadObjectId } });
  };

  test('takes what they press, and tells anybody else kindly that it is theirs', async () => {
    const said = { body: { value: wordsIn('ja').text('desk:acted.not-staff') } };
    const before = ticketAt(service, place).lines;
    const take = ticketAt(service, place).buttons.find(({ title }) => title === '担当する')?.data ?? {};
    expect(await pressed(take, other)).toMatchObject(said);
    expect(await pressed({ reply: idOf(asker), answer: 'x' }, other)).toMatchObject(said);
    await chat.idle(idOf(asker));
    expect(ticketAt(service, place).lines).toEqual(before);
    expect(await pressed(take, own.toUpperCase())).toMatchObject({
      body: { value: wordsIn('ja').text('teams:accepted') },
    });
    await chat.idle(idOf(asker));
    expect(ticketAt(service, place).lines.join()).toContain('担当しています');
  });
});

describe('in the conversation of a desk in Teams', () => {
  let service: Service;
  let chat: Chat;
  let place: Place;
  const explained = wordsIn('ja').text('desk:explained', { status: '状況', notice: 'お知らせ' });
  beforeEach(async () => {
    service = await startService();
    place = { service: service.url, tenant: 'one', conversation: '19:desk@thread.tacv2;messageid=7', kind: 'channel' };
    chat = await startChat({ ...local, desks: [deskOn(service.url, '19:desk@thread.tacv2')] });
  });
  afterEach(async () => {
    await chat.stop();
    await service.stop();
    expect(service.wrong).toEqual([]);
  });
  const posted = () => service.held(pathOf(place)).map(({ versions }) => shownIn(versions[0] ?? {}).lines.join());

  test('what staff write among themselves is left alone', async () => {
    await chat.deliver(activity(place, 'staff', written('会社のPCで0xC004F074が出ます')));
    await chat.idle(idOf(place));
    expect(posted()).toEqual([]);
  });

  test('what is written to the bot begins no case, and is answered with what the buttons are for, once', async () => {
    const sent = activity(place, 'staff', mentioning('会社のPCで0xC004F074が出ます'));
    for (const _delivery of [1, 2]) expect(await chat.deliver(sent)).toEqual({ status: 200, body: {} });
    await expect.poll(posted).toEqual([explained]);
  });

  test('whoever writes the word for it to the bot sees the open cases with age, owner, state and a link', async () => {
    await chat.deliver(activity(place, 'staff', mentioning('状況')));
    await expect.poll(posted).toEqual(['この窓口で開いている相談はありません。']);
    await handOver(chat, service, { service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' });
    await chat.deliver(activity(place, 'staff', mentioning('Status')));
    await expect.poll(posted).toHaveLength(2);
    const shown = posted().at(-1) ?? '';
    expect(shown).toContain('この窓口の相談：1件');
    expect(shown).toContain('](https://teams.microsoft.com/l/message/19%3Adesk%40thread.tacv2/');
    expect(shown).toContain('asker さん');
    expect(shown).toContain('1 分前に届きました。まだ担当がいません');
  });

  test('a button that is no ticket’s begins no case', async () => {
    const pressed = await chat.deliver(activity(place, 'staff', press('1', { say: '' })));
    expect(pressed.body).toMatchObject({ value: explained });
    expect(posted()).toEqual([]);
  });
});

describe('the desks of the desks file that are in Teams', () => {
  const single = {
    MicrosoftAppId: '44444444-4444-4444-8444-444444444444',
    MicrosoftAppPassword: 'secret',
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: '11111111-1111-4111-8111-111111111111',
    TEAMS_DESK_CONVERSATION: '19:desk@thread.tacv2',
  };
  const own = 'https://smba.trafficmanager.net/teams/';
  const entry = (id: string, via: object) => {
    const { name, takes, serves, hours, escalatesTo, language, zone } = deskOn('', '', english);
    return { setup: { id, name, takes, serves, hours, escalatesTo, language, zone }, via: { kind: 'teams', ...via } };
  };
  const read = (one: ReturnType<typeof entry>) =>
    teamsConfig(z.object(teamsVariables).parse(single) as TeamsValues, undefined, [one])?.desks;

  test('stand beside that of TEAMS_DESK_CONVERSATION, each with its own properties', () => {
    expect(read(entry('lab', { conversation: '19:lab@thread.v2', staff: [tenants.one] }))).toEqual([
      deskOn('', '19:desk@thread.tacv2', { serviceUrl: own }),
      deskOn('', '19:lab@thread.v2', { ...english, serviceUrl: own, staff: [tenants.one] }),
    ]);
  });

  test.each([
    ['without a conversation', entry('lab', {}), 'DESKS_FILE: lab: '],
    ['with a conversation that is none', entry('lab', { conversation: 'General' }), 'must be the id of a channel'],
    ['with staff who are none', entry('lab', { conversation: '19:a@thread.v2', staff: ['sato'] }), 'object id'],
    ['with the id of that desk', entry('teams', { conversation: '19:a@thread.v2' }), 'another desk has this id'],
    ['in its conversation', entry('lab', { conversation: '19:desk@thread.tacv2' }), 'the desk teams is there already'],
    [
      'at an address that is not trusted',
      entry('lab', { conversation: '19:a@thread.v2', serviceUrl: 'https://teams.example/' }),
      'DESKS_FILE: lab: serviceUrl must begin with',
    ],
  ])('are refused with a line that names the entry, %s', (_title, one, line) => {
    expect(() => read(one)).toThrow(line);
  });
});
