import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Chat, startChat } from './chat.ts';
import { choices, dataOf, newestAt, pressing, shownAt } from './looking.ts';
import { activity, idOf, type Place, pathOf, press, written } from './people.ts';
import { shownIn } from './screen.ts';
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
const deliver = (place: Place, more: object, person = 'asker') => chat.deliver(activity(place, person, more));
const shown = (place: Place) => shownAt(chat, service, place);
const newest = (place: Place) => newestAt(chat, service, place);

describe('a press of a button in Teams', () => {
  test('a press gets the card that replaces the clicked one, and the message is edited to that card', async () => {
    await deliver(personal(), written('認証できません'));
    const { card, id } = await newest(personal());
    const { status, body } = await deliver(personal(), press(id, dataOf(card, 'organization')));
    expect([status, body]).toMatchObject([200, { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' }]);
    const { value } = body as { value: object };
    const replaced = shownIn({ attachments: [{ content: value }] });
    expect([replaced.buttons, replaced.lines.at(-1)]).toEqual([[], `✓ ${pressing(card, 'organization').title}`]);
    await chat.idle(idOf(personal()));
    expect(service.held(pathOf(personal()))[0]?.versions.at(-1)).toMatchObject({ attachments: [{ content: value }] });
  });

  for (const [title, data] of Object.entries({
    'of an older question': { to: 'question.vpn', choice: 'on' },
    'that no view has': { to: 'question.origin', choice: 'launch' },
    'with a foreign value': { verb: 'x', nested: { to: 'question.origin' } },
    'with a very long value': { to: 'x'.repeat(5_000), choice: 'y' },
  }))
    test(`a press of a button ${title} gets a text, and the same question stays open`, async () => {
      await deliver(personal(), written('認証できません'));
      const before = await newest(personal());
      const { status, body } = await deliver(personal(), press(before.id, data));
      expect([status, body]).toMatchObject([
        200,
        { statusCode: 200, type: 'application/vnd.microsoft.activity.message' },
      ]);
      expect(choices((await newest(personal())).card)).toEqual(choices(before.card));
    });

  test('a press without a valid envelope is acknowledged', async () => {
    for (const value of [undefined, {}, { action: null }, { action: { data: 'text' } }, [], 'text']) {
      const { status, body } = await deliver(personal(), { type: 'invoke', name: 'adaptiveCard/action', value });
      expect([status, body]).toMatchObject([200, { statusCode: 200 }]);
    }
  });

  test('a client without Action.Execute sends the press as a message, which counts without the card’s id', async () => {
    await deliver(personal(), written('認証できません'));
    const { card } = await newest(personal());
    await deliver(personal(), { value: dataOf(card, 'organization') });
    const [answered, next] = await shown(personal());
    expect(answered?.lines.at(-1)).toBe(`✓ ${pressing(card, 'organization').title}`);
    expect(next && choices(next)).toContain('cannot-reach');
  });

  test('a press delivered three times at once counts once', async () => {
    await deliver(personal(), written('認証できません'));
    const { card, id } = await newest(personal());
    const click = activity(personal(), 'asker', press(id, dataOf(card, 'organization')));
    const answers = await Promise.all([chat.deliver(click), chat.deliver(click), chat.deliver(click)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await shown(personal())).toHaveLength(2);
  });
});
