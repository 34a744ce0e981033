import { expect, test } from 'vitest';
import { startChat } from './chat.ts';
import { activity, idOf, type Place, pathOf, written } from './people.ts';
import { shownIn } from './screen.ts';
import { startService } from './service.ts';

test('after typed answers only the newest card has buttons, and the others keep all their words', async () => {
  const service = await startService();
  const chat = await startChat();
  const place: Place = { service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' };
  for (const text of ['こんにちは', '会社のPCです', 'ありがとう', '0xC004F074']) {
    await chat.deliver(activity(place, 'asker', written(text)));
    await chat.idle(idOf(place));
  }
  const cards = service.held(pathOf(place)).map(({ versions }) => versions.map((version) => shownIn(version)));
  const newest = cards.pop();
  expect(newest?.map(({ buttons }) => buttons.length > 0)).toEqual([true]);
  expect(cards).toHaveLength(3);
  for (const [first, settled, ...more] of cards) {
    expect(settled?.buttons).toEqual([]);
    expect(settled?.lines).toEqual(first?.lines);
    expect(more).toEqual([]);
  }
  const replies = service.calls.filter(({ method, body }) => method === 'PUT' || body['type'] === 'message');
  const [post, put] = ['POST', 'PUT'];
  expect(replies.map(({ method }) => method)).toEqual([post, post, put, post, put, post, put]);
  expect(service.wrong).toEqual([]);
  await chat.stop();
  await service.stop();
});

test('a message that is edited in Teams is understood anew, as often as it is edited', async () => {
  const service = await startService();
  const chat = await startChat();
  const place: Place = { service: service.url, tenant: 'one', conversation: 'a:editor', kind: 'personal' };
  const message = activity(place, 'editor', written('自分で買ったPCです'));
  const answers = async () => {
    await chat.idle(idOf(place));
    return service.held(pathOf(place)).map(({ versions }) => shownIn(versions.at(-1) ?? {}).lines.join('\n'));
  };
  await chat.deliver(message);
  expect(await answers()).toHaveLength(1);
  for (const [n, text] of ['会社のPCです', '中古で買ったPCです'].entries()) {
    const timestamp = new Date(Date.parse(message.timestamp) + n + 1).toISOString();
    await chat.deliver({ ...message, ...written(text), type: 'messageUpdate', timestamp });
    expect(await answers()).toHaveLength(n + 2);
  }
  expect((await answers()).at(-1)).toContain('中古');
  expect(service.wrong).toEqual([]);
  await chat.stop();
  await service.stop();
});
