import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Chat, local, startChat } from './chat.ts';
import { deskOn } from './desk-on.ts';
import { activity, idOf, type Place, pathOf, press, written } from './people.ts';
import { type Shown, shownIn } from './screen.ts';
import { type Service, startService } from './service.ts';

const card = 'application/vnd.microsoft.card.adaptive';
const words = 'application/vnd.microsoft.activity.message';
let service: Service;
let chat: Chat;
let place: Place;
beforeEach(async () => {
  service = await startService();
  chat = await startChat();
  place = { service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' };
});
afterEach(async () => {
  vi.useRealTimers();
  await chat.stop();
  await service.stop();
  expect(service.wrong).toEqual([]);
});
const say = (text: string) => chat.deliver(activity(place, 'asker', written(text)));
const shown = async (): Promise<readonly (Shown & { readonly id: string; readonly versions: number })[]> => {
  await chat.idle(idOf(place));
  return service
    .held(pathOf(place))
    .map(({ id, versions }) => ({ ...shownIn(versions.at(-1) ?? {}), id, versions: versions.length }));
};
const newest = async () => (await shown()).at(-1) ?? { id: '', buttons: [] };
/** A click of its own: each has another id. */
const click = (id: string, data: object, filled: object = {}) =>
  chat.deliver(activity(place, 'asker', press(id, data, filled)));
const kindOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { type?: string }).type];
const dataOf = (message: Pick<Shown, 'buttons'>, choice: string) =>
  message.buttons.find(({ data }) => (data['choice'] ?? 'submit') === choice)?.data ?? {};
const toOf = ({ buttons }: Shown) => buttons[0]?.data['to'];

test('a click that turns the page of a list gets the card of the page, and no message is added', async () => {
  await say('会社のPCで0xC004F074が出ます');
  const list = await newest();
  const before = await shown();
  const answer = await click(list.id, dataOf(list, 'steps'));
  expect(kindOf(answer)).toEqual([200, card]);
  expect(JSON.stringify(answer.body)).toContain('（1/');
  await click(list.id, dataOf(await newest(), 'next'));
  const after = await shown();
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(JSON.stringify(after.at(-1))).toContain('（2/');
});

describe('a double click in Teams', () => {
  test('two clicks at once count once, and both get the card that replaces the clicked one', async () => {
    await say('認証できません');
    const first = await newest();
    const data = dataOf(first, 'organization');
    const answers = await Promise.all([click(first.id, data), click(first.id, data)]);
    expect(answers.map(kindOf)).toEqual([
      [200, card],
      [200, card],
    ]);
    const [answered, next, ...more] = await shown();
    expect([answered?.buttons, answered?.versions, next?.versions, more]).toEqual([[], 2, 1, []]);
  });

  test('a second click after the first was handled changes nothing and gets a text', async () => {
    await say('認証できません');
    const first = await newest();
    const data = dataOf(first, 'organization');
    await click(first.id, data);
    const before = await shown();
    expect(kindOf(await click(first.id, data))).toEqual([200, words]);
    expect(await shown()).toEqual(before);
  });

  test('two clicks at once on the button of a form open one ticket', async () => {
    await chat.stop();
    chat = await startChat({
      ...local,
      desks: [deskOn(service.url, '19:desk@thread.tacv2')],
    });
    await say('会社のPCです');
    const first = await newest();
    await click(first.id, dataOf(first, 'human'));
    const form = await newest();
    const data = dataOf(form, 'submit');
    const answers = await Promise.all([click(form.id, data), click(form.id, data)]);
    expect(answers.map(kindOf)).toEqual([
      [200, card],
      [200, card],
    ]);
    const [, answered] = await shown();
    expect(answered?.buttons).toEqual([]);
    expect(service.conversations).toHaveLength(1);
  });
});

describe('a click on a card whose question was answered', () => {
  for (const [title, choice, wait] of [
    ['with another answer', 'used', 0],
    ['with the same answer, long after', 'organization', 60_000],
    ['with a command', 'human', 0],
  ] as const)
    test(`a click ${title} changes nothing, and the present question is asked again`, async () => {
      await say('認証できません');
      const first = await newest();
      await click(first.id, dataOf(first, 'organization'));
      const before = await shown();
      vi.setSystemTime(Date.now() + wait);
      expect(kindOf(await click(first.id, dataOf(first, choice)))).toEqual([200, words]);
      const [replaced, present, again, ...more] = await shown();
      expect([replaced, more]).toEqual([before[0], []]);
      expect(present).toMatchObject({ lines: before[1]?.lines, buttons: [] });
      expect([before[1], again].map((one) => one && toOf(one))).toEqual(['question.screen', 'question.screen']);
    });
});
