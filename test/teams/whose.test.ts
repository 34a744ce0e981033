import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { vaultOf } from '../../src/adapters/store/vault.ts';
import { addressOf } from '../../src/adapters/teams/address.ts';
import { teams } from '../../src/adapters/teams/index.ts';
import { activitySchema } from '../../src/adapters/teams/receive/activity.ts';
import type { Connector } from '../../src/adapters/teams/send/connector.ts';
import { typingOver } from '../../src/adapters/teams/send/typing.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import type { ConversationId } from '../../src/bot/ports.ts';
import { type Chat, local, silent, startChat } from './chat.ts';
import { dataOf } from './looking.ts';
import { activity, bot, idOf, mentioning, type Place, pathOf, press } from './people.ts';
import { shownIn } from './screen.ts';
import { type Service, startService } from './service.ts';
import { surrounding } from './surroundings.ts';

const words = wordsIn('ja');
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

const place = (kind: 'groupChat' | 'channel'): Place => ({
  service: service.url,
  tenant: 'one',
  conversation: kind === 'channel' ? '19:team@thread.tacv2;messageid=1700000000000' : '19:group@thread.v2',
  kind,
});
const own = (at: Place, person: string) => `${idOf(at)}#teams:${idOf(at).split(':')[1]}:29:${person}`;
/** Delivers what somebody does, and waits until nobody there is owed anything. */
async function by(person: string, at: Place, more: object) {
  const answered = await chat.deliver(activity(at, person, more));
  for (const id of [idOf(at), own(at, 'ann'), own(at, 'bob')]) await chat.idle(id);
  return answered;
}
const cards = (at: Place) =>
  service.held(pathOf(at)).map(({ id, versions }) => ({ id, card: shownIn(versions.at(-1) ?? {}) }));
const at = (all: ReturnType<typeof cards>, n: number) => {
  const one = all.at(n);
  if (one === undefined) throw new Error('The bot has not said so much');
  return one;
};
const pressOn = ({ id, card }: ReturnType<typeof at>, choice: string) => press(id, dataOf(card, choice));

describe.each(['groupChat', 'channel'] as const)('two people in one %s', (kind) => {
  test('have a case each, and a button goes on with the case that it stands under', async () => {
    const here = place(kind);
    await by('ann', here, mentioning('認証できません'));
    await by('bob', here, mentioning('認証できません'));
    const [first, second] = [at(cards(here), 0), at(cards(here), 1)];
    expect(second.card.lines).toContain(words.text('says:own-case'));
    expect(first.card.buttons.map(({ data }) => data['whose'])).not.toContain(own(here, 'bob').split('#')[1]);
    await by('bob', here, pressOn(second, 'personal'));
    await by('ann', here, pressOn(first, 'organization'));
    const [answeredFirst, answeredSecond] = cards(here);
    expect(answeredFirst?.card.lines.at(-1)).toBe(`✓ ${dataLabel(first, 'organization')}`);
    expect(answeredSecond?.card.lines.at(-1)).toBe(`✓ ${dataLabel(second, 'personal')}`);
  });

  test('are told apart: what is said to the second begins with a mention of them, also once it is answered', async () => {
    const here = place(kind);
    await by('ann', here, mentioning('認証できません'));
    await by('bob', here, mentioning('認証できません'));
    const lines = (n: number) => at(cards(here), n).card.lines;
    expect(lines(1)[0]).toBe('<at>bob さん</at>');
    await by('bob', here, pressOn(at(cards(here), 1), 'personal'));
    expect(lines(1)[0]).toBe('<at>bob さん</at>');
    expect(lines(0)[0]).not.toContain('<at>');
  });

  test('and what the second presses in the first one’s case shows their name, where it counts', async () => {
    const here = place(kind);
    await by('ann', here, mentioning('認証できません'));
    const first = at(cards(here), 0);
    await by('bob', here, pressOn(first, 'organization'));
    expect(at(cards(here), 0).card.lines.at(-1)).toBe(`✓ ${dataLabel(first, 'organization')}（bob さんさん）`);
  });

  test('and a press that would decide for the first is answered to the presser alone', async () => {
    const here = place(kind);
    await by('ann', here, mentioning('認証できません'));
    const { body } = await by('bob', here, pressOn(at(cards(here), 0), 'human'));
    const text = words.text('turns:not-allowed');
    expect(body).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: text });
    expect(cards(here)).toHaveLength(1);
    expect(at(cards(here), 0).card.buttons).not.toEqual([]);
  });

  test('and a helper whom the person mentions beside the bot decides like them', async () => {
    const here = place(kind);
    await by('ann', here, mentioning('認証できません'));
    const message = mentioning('<at>bob さん</at> が手伝ってくれます');
    const named = { type: 'mention', text: '<at>bob さん</at>', mentioned: { id: '29:bob', name: 'bob さん' } };
    await by('ann', here, { ...message, entities: [...message.entities, named] });
    expect(at(cards(here), -1).card.lines).toContain(words.text('says:helper-named'));
    await by('bob', here, pressOn(at(cards(here), -1), 'human'));
    expect(cards(here)).toHaveLength(3);
    await by('bob', here, mentioning('会社のPCです'));
    expect(cards(here).flatMap(({ card }) => card.lines)).not.toContain(words.text('says:own-case'));
  });
});

test.each([
  ['of nobody', { whose: 'x' }],
  ['of a person elsewhere', { whose: 'slack:T1:U1' }],
  ['of an earlier version', {}],
])('a button that names a case %s is one of the case of whoever opened the place', async (_whose, more) => {
  const here = place('groupChat');
  await by('ann', here, mentioning('認証できません'));
  const { id, card } = at(cards(here), 0);
  await by('ann', here, press(id, { ...dataOf(card, 'organization'), ...more }));
  expect(cards(here)).toHaveLength(2);
  expect(at(cards(here), 0).card.lines.at(-1)).toContain('✓');
});

test('a mention of the bot alone names no helper', async () => {
  const here = place('groupChat');
  await by('ann', here, mentioning('認証できません'));
  await by('ann', here, mentioning(`${bot.name} が手伝ってくれます`));
  expect(at(cards(here), -1).card.lines).not.toContain(words.text('says:helper-named'));
});

function dataLabel({ card }: ReturnType<typeof at>, choice: string): string {
  return card.buttons.find(({ data }) => data['choice'] === choice)?.title ?? '';
}

describe('the cases of one place', () => {
  const ids = () => [idOf(place('groupChat')), own(place('groupChat'), 'bob')] as [ConversationId, ConversationId];

  test('share its rate limit', async () => {
    const database = await sqlite(':memory:');
    const { adapter } = teams(local, { ...surrounding(silent), vault: vaultOf(database) });
    const [first, second] = ids().map((conversation) =>
      adapter.limitOf({ conversation, address: '', language: 'ja' }, 'post'),
    );
    expect(second).toEqual(first);
    await database.close();
  });

  test('share its typing indicator, which the reply to either ends', () => {
    vi.useFakeTimers();
    const send = vi.fn(async () => 'id');
    const { begin, end } = typingOver({ send } as unknown as Connector);
    const [first, second] = ids();
    begin(first, addressOf(activitySchema.parse(activity(place('groupChat'), 'bob'))));
    end(second);
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    expect(send).not.toHaveBeenCalled();
  });
});
