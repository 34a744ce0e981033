import { expect, test } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import { leaksIn, textOf, through } from '../understanding/secrets/corpus.ts';
import { channel } from './at-desk.ts';
import { local, startChat } from './chat.ts';
import { deskOn } from './desk-on.ts';
import { activity, idOf, type Place, pathOf, press, written } from './people.ts';
import { shownIn } from './screen.ts';
import { startService } from './service.ts';

test('a secret split over form fields is neither shown, sent to the desk nor logged, and the person is told', async () => {
  const service = await startService();
  const logged: unknown[] = [];
  const line = (...what: unknown[]) => void logged.push(what);
  const config = { ...local, desks: [deskOn(service.url, channel)] };
  const chat = await startChat(config, ':memory:', { info: line, warn: line, error: line });
  const spelled = through('form').filter(({ texts }) => texts.length === 4);
  const untold: string[] = [];
  const posted: unknown[] = [];
  for (const [n, one] of spelled.entries()) {
    const place: Place = { service: service.url, tenant: 'one', conversation: `a:asker${n}`, kind: 'personal' };
    const newest = async () => {
      await chat.idle(idOf(place));
      const held = service.held(pathOf(place)).at(-1);
      return { id: held?.id ?? '', ...shownIn(held?.versions.at(-1) ?? {}) };
    };
    const pressed = async (wanted: RegExp, filled: object = {}) => {
      const { id, buttons } = await newest();
      const button = buttons.find(({ data }) => wanted.test(JSON.stringify(data)));
      await chat.deliver(activity(place, `asker${n}`, press(id, button?.data ?? {}, filled)));
    };
    await chat.deliver(activity(place, `asker${n}`, written('会社のPCです。担当者に相談したいです')));
    await pressed(/"other-recipient"/);
    await pressed(/"microsoft"/);
    const { fields } = await newest();
    await pressed(/"form":true/, Object.fromEntries(one.texts.map((text, at) => [fields[at]?.id ?? '', text])));
    const { lines } = await newest();
    if (!lines.includes(wordsIn('ja').text('says:secret-removed'))) untold.push(textOf(one));
    posted.push(service.held(pathOf(place)).map(({ versions }) => versions.map((version) => shownIn(version).lines)));
  }
  await chat.stop();
  await service.stop();
  expect(untold).toEqual([]);
  expect(leaksIn([posted, logged], spelled)).toEqual([]);
});
