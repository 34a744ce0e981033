import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TeamsConfig } from '../../src/adapters/teams/config.ts';
import { teams } from '../../src/adapters/teams/index.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { alone as nobodyElse, type Receive, type Received } from '../../src/bot/ports.ts';
import { local } from './chat.ts';
import { deliver } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import { activity, type Place, pathOf, press, tenants } from './people.ts';
import { shownIn } from './screen.ts';
import { type Service, startService } from './service.ts';
import { surrounding } from './surroundings.ts';

const words = wordsIn('ja');
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const group = '19:desk@thread.v2';
const slack = 'slack:T1:C1:1700000000.000100';
const receive = vi.fn<Receive>(async () => 'answered');
let service: Service;
let bot: ReturnType<typeof teams>;
let desk: Place;
beforeEach(async () => {
  service = await startService();
  desk = { service: service.url, tenant: 'one', conversation: group, kind: 'groupChat' };
  await start([deskOn(service.url, group)]);
});
afterEach(async () => {
  await bot.adapter.stop();
  await service.stop();
  vi.resetAllMocks();
  receive.mockImplementation(async () => 'answered');
  expect(service.wrong).toEqual([]);
});
async function start(desks: TeamsConfig['desks']): Promise<void> {
  bot = teams({ ...local, desks }, surrounding(log));
  await bot.adapter.start(receive);
}
/** What was posted in the desk's group chat. */
const posted = () => service.held(pathOf(desk)).map(({ versions }) => shownIn(versions[0] ?? {}).lines);
const pressed = (data: object) => activity(desk, 'staff', press('1', data));
const foreign = { status: 200, body: { statusCode: 200, value: words.text('teams:reply.foreign') } };

test('an answer of the desk in Teams is passed unchanged to a conversation of another channel, within 0.9 s', async () => {
  const sent = pressed({ reply: slack, answer: '**直しました**\n' });
  const before = performance.now();
  await deliver(bot, sent);
  // A click waits so long for the card that takes the place of its own; here there is none.
  expect(performance.now() - before).toBeLessThan(900);
  expect(receive.mock.calls).toEqual([
    [
      {
        id: sent.id,
        conversation: slack,
        person: `teams:${tenants.one}:29:staff`,
        address: '',
        language: 'ja',
        languageChosen: false,
        opens: false,
        addressed: true,
        company: nobodyElse,
        on: null,
        input: {
          type: 'desk',
          text: '**直しました**\n',
          by: 'staff さん',
          corrects: false,
          seen: expect.any(Number),
          attached: null,
        },
      },
    ],
  ]);
});

test('an answer of the desk that cannot be stored is not acknowledged, and nothing is posted at the desk', async () => {
  receive.mockRejectedValue(new Error('the disk is full'));
  const { body } = await deliver(bot, pressed({ reply: slack, answer: 'x' }));
  expect(body).toMatchObject({ statusCode: 500, value: { message: words.text('teams:trouble') } });
  expect(await deliver(bot, activity(desk, 'staff', { value: { reply: slack, answer: 'x' } }))).toMatchObject({
    status: 503,
  });
  await bot.adapter.stop();
  expect(service.calls).toEqual([]);
});

test('a client without Action.Execute sends the answer as a message, and is told in a post if it reaches nobody', async () => {
  const send = (answer: string) => deliver(bot, activity(desk, 'staff', { value: { reply: slack, answer } }));
  expect(await send('直しました')).toEqual({ status: 200, body: {} });
  receive.mockResolvedValue('no conversation');
  expect(await send('直しました')).toEqual({ status: 200, body: {} });
  await vi.waitFor(() => expect(posted()).toEqual([[words.text('teams:reply.gone')]]));
});

for (const [title, data] of Object.entries({
  'for a conversation of no channel': { reply: ':someone', answer: 'x' },
  'for nobody': { reply: 'slack:', answer: 'x' },
  'for a conversation that is no text': { reply: { conversation: slack }, answer: 'x' },
  'for a conversation with a control character': { reply: `${slack}\u0000`, answer: 'x' },
  'for a conversation with a very long id': { reply: `slack:${'x'.repeat(600)}`, answer: 'x' },
  'that is no text': { reply: slack, answer: ['x'] },
}))
  test(`an answer ${title} is refused and logged`, async () => {
    expect(await deliver(bot, pressed(data))).toMatchObject(foreign);
    expect(receive).not.toHaveBeenCalled();
    expect(log.warn).toHaveBeenCalledTimes(1);
  });

test('an answer is refused if no desk is configured', async () => {
  await bot.adapter.stop();
  await start([]);
  expect(await deliver(bot, pressed({ reply: slack, answer: 'x' }))).toMatchObject(foreign);
  expect(receive).not.toHaveBeenCalled();
});

test('the stop waits until an answer under way is stored', async () => {
  const { promise, resolve } = Promise.withResolvers<Received>();
  receive.mockReturnValue(promise);
  const delivered = deliver(bot, pressed({ reply: slack, answer: 'x' }));
  await vi.waitFor(() => expect(receive).toHaveBeenCalled());
  let hasStopped = false;
  const stopped = bot.adapter.stop().then(() => {
    hasStopped = true;
  });
  await new Promise((done) => setTimeout(done, 50));
  expect(hasStopped).toBe(false);
  resolve('answered');
  await stopped;
  await delivered;
});
