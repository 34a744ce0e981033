import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import { languageButton, languages, otherLanguages } from '../../src/bot/languages.ts';
import type { Language } from '../../src/bot/types.ts';
import { type Chat, startChat } from './chat.ts';
import { choices, dataOf, newestAt, shownAt } from './looking.ts';
import { activity, bot, idOf, mentioning, nextId, type Place, press, tenants, written } from './people.ts';
import { type Service, startService } from './service.ts';

let service: Service;
let chat: Chat;
beforeEach(async () => {
  service = await startService();
  chat = await startChat();
});
afterEach(async () => {
  await chat.stop();
  await service.stop();
  expect(service.wrong).toEqual([]);
});

const personal = (): Place => ({ service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' });
const group = (): Place => ({
  service: service.url,
  tenant: 'one',
  conversation: '19:group@thread.v2',
  kind: 'groupChat',
});
const team = (): Place => ({
  service: service.url,
  tenant: 'one',
  conversation: '19:team@thread.tacv2',
  kind: 'channel',
});
const deliver = (place: Place, more: object, person = 'asker') => chat.deliver(activity(place, person, more));
const shown = (place: Place) => shownAt(chat, service, place);
const newest = (place: Place) => newestAt(chat, service, place);

describe('the installation of the bot in Teams', () => {
  const installed = { type: 'installationUpdate', action: 'add' };
  const joined = { type: 'conversationUpdate', membersAdded: [{ id: bot.id }, { id: '29:asker' }] };

  test('a person gets one welcome, however often and in whatever order Teams reports the installation', async () => {
    await Promise.all([deliver(personal(), joined), deliver(personal(), installed)]);
    for (const told of [installed, joined, installed]) await deliver(personal(), told);
    const [welcome, ...more] = await shown(personal());
    expect(more).toEqual([]);
    expect(welcome && choices(welcome)).toEqual([
      wordsIn('ja').text('teams:commands.start.title'),
      ...otherLanguages('ja').map(({ label }) => label),
    ]);
  });

  test('a person gets a second welcome when the bot is removed and installed again', async () => {
    await deliver(personal(), installed);
    await deliver(personal(), { type: 'installationUpdate', action: 'remove' });
    await deliver(personal(), installed);
    expect(await shown(personal())).toHaveLength(2);
  });

  test('a person gets no second welcome when the bot is upgraded', async () => {
    await deliver(personal(), installed);
    await deliver(personal(), { type: 'installationUpdate', action: 'remove-upgrade' });
    await deliver(personal(), { type: 'installationUpdate', action: 'add-upgrade' });
    expect(await shown(personal())).toHaveLength(1);
  });

  test('a team is told to mention the bot, a person is not', async () => {
    await deliver(team(), installed);
    expect((await shown(team()))[0]?.lines.join()).toContain('「@認証ナビ」');
    await deliver(personal(), installed);
    expect((await shown(personal()))[0]?.lines.join()).not.toContain('@');
  });

  test('another person who joins a group gets no welcome', async () => {
    await deliver(group(), { type: 'conversationUpdate', membersAdded: [{ id: '29:other' }] });
    expect(await shown(group())).toEqual([]);
  });

  test('a button of the welcome begins a conversation in its language', async () => {
    await deliver(personal(), installed);
    const { card, id } = await newest(personal());
    await deliver(personal(), press(id, dataOf(card, 'English')));
    expect(choices((await newest(personal())).card)).toContain('organization');
    await deliver(group(), press(id, dataOf(card, wordsIn('ja').text('teams:commands.start.title'))));
    expect(choices((await newest(group())).card)).toContain('organization');
  });
});

describe('commands of the Teams menu', () => {
  const titled = (command: 'start' | 'restart' | 'human') => (language: Language) =>
    wordsIn(language).text(`teams:commands.${command}.title`);
  for (const [command, titleIn, button] of [
    ['start', titled('start'), 'organization'],
    ['restart', titled('restart'), 'organization'],
    ['human', titled('human'), 'microsoft'],
    ...languages.map((one) => [one, () => languageButton(one).label, 'organization'] as const),
  ] as const)
    test(`the command ${command} is understood in every language`, async () => {
      for (const language of languages) {
        const place = { ...personal(), conversation: `a:${language}` };
        await deliver(place, written('認証できません'), language);
        await deliver(place, written(titleIn(language)), language);
        const { card } = await newest(place);
        expect(choices(card)).toContain(button);
        const lost = languages.map((one) => wordsIn(one).text('says:rephrase', { sample: '' }).trim());
        expect(card.lines.filter((line) => lost.some((sorry) => line.startsWith(sorry)))).toEqual([]);
      }
    });
});

describe('group chats and channels of Teams', () => {
  test('a mention of the bot in any notation is removed from the text', async () => {
    const mention = { type: 'mention', text: `<at>${bot.name}</at>`, mentioned: bot };
    const ways = [
      { text: `<at>${bot.name}</at>&nbsp;`, entities: [mention] },
      { text: `<at>${bot.name}</at>会社のPCです<at>${bot.name}</at>`, entities: [mention, mention] },
      { text: `<AT id="0">${bot.name}</AT> 会社のPCです`, entities: [{ ...mention, text: null }] },
      { text: `会社のPCです <at>${bot.name}</at>\n`, entities: [mention] },
    ];
    for (const [n, way] of ways.entries()) {
      const place = { ...group(), conversation: `19:group-${n}@thread.v2` };
      await deliver(place, way);
      expect((await newest(place)).card.lines.join()).not.toMatch(/<at>|認証ナビ/);
    }
  });

  test('a message that mentions somebody else is ignored', async () => {
    const other = { type: 'mention', text: '<at>田中</at>', mentioned: { id: '29:tanaka', name: '田中' } };
    await deliver(group(), { text: '<at>田中</at> 認証できません', entities: [other] });
    expect(await shown(group())).toEqual([]);
  });

  test('a mention in a thread is answered in that thread', async () => {
    const thread = { ...team(), conversation: `${team().conversation};messageid=${nextId()}` };
    await deliver(thread, mentioning('会社のPCで認証できません'));
    expect(await shown(thread)).toHaveLength(1);
    expect(await shown(team())).toEqual([]);
  });
});

test('a reply goes to the service URL of the latest delivery', async () => {
  await deliver(personal(), written('認証できません'));
  await newest(personal());
  const moved = { serviceUrl: `${service.url}/moved/` };
  await deliver(personal(), { ...written('会社のPCです'), ...moved });
  await chat.idle(idOf(personal()));
  expect(service.calls.at(-1)?.path).toMatch(/^\/moved\/v3\//);
});

test('a message with malformed extras is answered, and one in a chat of unknown kind needs a mention', async () => {
  const odd = {
    entities: [{ type: 'x', mentioned: { name: 'y' } }],
    attachments: [{}],
    membersAdded: 'x',
    textFormat: null,
  };
  await deliver(personal(), { ...written('認証できません'), ...odd });
  expect(await shown(personal())).toHaveLength(1);
  const meeting = { ...group(), conversation: '19:meeting@thread.v2' };
  await deliver(meeting, {
    ...written('認証できません'),
    conversation: { id: meeting.conversation, tenantId: tenants.one },
  });
  expect(await shown(meeting)).toEqual([]);
});

test('feedback on a message is acknowledged with an empty body', async () => {
  const feedback = {
    type: 'invoke',
    name: 'message/submitAction',
    value: { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{}' } },
  };
  expect(await deliver(personal(), feedback)).toEqual({ status: 200, body: {} });
});
