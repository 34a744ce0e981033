import { fork } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startKeyServer } from './key-server.ts';
import { activity, type Place, written } from './people.ts';

const app = '44444444-4444-4444-8444-444444444444';
const place: Place = {
  service: 'https://smba.trafficmanager.net',
  tenant: 'one',
  conversation: 'a:asker',
  kind: 'personal',
};
const now = () => Math.floor(Date.now() / 1000);
const claims = (more: object = {}) => ({
  iss: 'https://api.botframework.com',
  aud: app,
  serviceurl: `${place.service}/one/`,
  nbf: now() - 60,
  exp: now() + 3_600,
  ...more,
});

test('an activity with a bad token is refused, and no token, key, stack or text is on standard error', async () => {
  const keys = await startKeyServer();
  const child = fork(fileURLToPath(new URL('./refuser.ts', import.meta.url)), [app, keys.metadata], { silent: true });
  const printed = child.stderr && text(child.stderr);
  const [port] = await once(child, 'message');
  const deliver = async (token: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const body = JSON.stringify(activity(place, 'asker', written('ひみつ')));
    return (await fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST', headers, body })).status;
  };
  const statuses = [
    await deliver(await keys.sign(claims({ exp: now() - 3_600 }))),
    await deliver(await keys.sign(claims({ nbf: now() + 3_600 }))),
    await deliver(await keys.sign(claims({ aud: 'another bot' }))),
    await deliver(await keys.sign(claims(), {}, 'foreign')),
    await deliver(await keys.sign(claims(), { kid: 'key-2' })),
    await deliver('x.y.z'),
    await deliver(await keys.sign(claims())),
  ];
  child.send('speak');
  await once(child, 'message');
  child.kill();
  expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 200]);
  expect(await printed).toBe('still heard\n');
  await keys.stop();
});
