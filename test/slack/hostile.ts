import type { Hostile } from '../conformance/driver.ts';
import { form, json } from './deliver.ts';
import type { Rig } from './rig.ts';
import { channels } from './workspace.ts';

/** Requests that Slack never sends, or only to a bot that is broken, and how each is answered. */
export function hostileTo(bot: Rig): readonly Hostile[] {
  const event = JSON.stringify({ type: 'event_callback', team_id: 'T0ONE00001', event: { type: 'message' } });
  const click = (more: object) =>
    new URLSearchParams({
      payload: JSON.stringify({
        type: 'block_actions',
        team: { id: 'T0ONE00001' },
        user: { id: 'U000000001' },
        trigger_id: '1.2.x',
        container: { type: 'message', message_ts: '1.1', channel_id: channels.general },
        actions: [{ type: 'button', action_id: 'x', block_id: 'x', action_ts: '1.2' }],
        ...more,
      }),
    }).toString();
  const send = (title: string, expected: number, body: string, type = json, signed = {}): Hostile => ({
    title,
    expected,
    send: async () => (await bot.post(body, type, signed)).status,
  });
  const now = Math.floor(Date.now() / 1_000);
  return [
    send('a wrong signature', 401, event, json, { secret: 'wrong' }),
    send('a stale signature', 401, event, json, { at: now - 400 }),
    send('a signature from the future', 401, event, json, { at: now + 400 }),
    {
      title: 'no signature',
      expected: 401,
      send: async () =>
        (await fetch(`${bot.url}/slack/events`, { method: 'POST', headers: { 'content-type': json }, body: event }))
          .status,
    },
    send('a body that is too large', 413, 'x'.repeat(1_100_000)),
    {
      title: 'a body that is too large and does not tell its size',
      expected: 413,
      send: async () =>
        (
          await fetch(`${bot.url}/slack/events`, {
            method: 'POST',
            body: new Blob(['x'.repeat(1_100_000)]).stream(),
            duplex: 'half',
          })
        ).status,
    },
    send('no JSON', 400, '{'),
    send('null', 400, 'null'),
    send('a list', 400, '[]'),
    send('a payload that is no JSON', 400, 'payload=%7B', form),
    send('a kind that nobody knows', 200, JSON.stringify({ type: 'nonsense' })),
    send(
      'an event that nobody knows',
      200,
      JSON.stringify({ type: 'event_callback', team_id: 'T0ONE00001', event: { type: 'nonsense' } }),
    ),
    send('an event without a body', 200, JSON.stringify({ type: 'event_callback', team_id: 'T0ONE00001', event: {} })),
    send('an event that is null', 200, JSON.stringify({ type: 'event_callback', team_id: 'T0ONE00001', event: null })),
    send('a click on nothing', 200, click({ actions: null }), form),
    send('a form without a view', 200, click({ type: 'view_submission' }), form),
    send('a shortcut of nobody', 200, click({ type: 'shortcut', user: undefined }), form),
    send('a message without an author', 200, event),
    send(
      'an unknown workspace',
      200,
      JSON.stringify({
        type: 'event_callback',
        team_id: 'T0NOBODY01',
        event: { type: 'message', channel: 'C1', user: 'U1', ts: '1.1', text: 'x' },
      }),
    ),
    send('a button of another app', 200, click({}), form),
    send(
      'a button of another channel',
      200,
      click({
        actions: [
          { action_id: 'choose:x', block_id: 'slack:T0ONE00001:C0OTHER001:1.1 k', value: 'x y', action_ts: '1.2' },
        ],
      }),
      form,
    ),
    send('a button without an action', 200, click({ actions: [] }), form),
    send(
      'a form that is not ours',
      200,
      new URLSearchParams({
        payload: JSON.stringify({
          type: 'view_submission',
          team: { id: 'T0ONE00001' },
          user: { id: 'U000000001' },
          view: { id: 'V1', type: 'modal', callback_id: 'x', private_metadata: 'x', state: { values: {} } },
        }),
      }).toString(),
      form,
    ),
    send('a check of the certificate', 200, 'ssl_check=1', form),
    send('a form with a charset', 200, click({}), `${form}; charset=utf-8`),
  ];
}
