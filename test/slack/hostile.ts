import type { Hostile } from '../conformance/driver.ts';
import { form, interaction, json } from './deliver.ts';
import type { Rig } from './rig.ts';
import { channels } from './workspace.ts';

const team = 'T0ONE00001';
const event = (more: object) => ({ type: 'event_callback', team_id: team, ...more });
const click = (more: object) => ({
  type: 'block_actions',
  team: { id: team },
  user: { id: 'U000000001' },
  trigger_id: '1.2.x',
  container: { type: 'message', message_ts: '1.1', channel_id: channels.general },
  actions: [{ type: 'button', action_id: 'x', block_id: 'x', action_ts: '1.2' }],
  ...more,
});
const other = { action_id: 'choose:x', block_id: 'slack:T0ONE00001:C0OTHER001:1.1 k', value: 'x y', action_ts: '1.2' };
const stranger = { type: 'message', channel: 'C1', user: 'U1', ts: '1.1', text: 'x' };
const view = { id: 'V1', type: 'modal', callback_id: 'x', private_metadata: 'x', state: { values: {} } };

/** Payloads that Slack never sends, or only to a bot that is broken; each is to be acknowledged, however it comes. */
export const hostilePayloads: readonly {
  readonly title: string;
  readonly kind: 'events_api' | 'interactive';
  readonly payload: object;
}[] = [
  { title: 'nothing at all', kind: 'events_api', payload: {} },
  { title: 'a kind that nobody knows', kind: 'events_api', payload: { type: 'nonsense' } },
  { title: 'a kind that is no word', kind: 'events_api', payload: { type: { toString: 1 } } },
  { title: 'an event that nobody knows', kind: 'events_api', payload: event({ event: { type: 'nonsense' } }) },
  { title: 'an event without a body', kind: 'events_api', payload: event({ event: {} }) },
  { title: 'an event that is null', kind: 'events_api', payload: event({ event: null }) },
  { title: 'a message without an author', kind: 'events_api', payload: event({ event: { type: 'message' } }) },
  { title: 'an unknown workspace', kind: 'events_api', payload: event({ team_id: 'T0NOBODY01', event: stranger }) },
  { title: 'a click on nothing', kind: 'interactive', payload: click({ actions: null }) },
  { title: 'a form without a view', kind: 'interactive', payload: click({ type: 'view_submission' }) },
  { title: 'a shortcut of nobody', kind: 'interactive', payload: click({ type: 'shortcut', user: undefined }) },
  { title: 'a button of another app', kind: 'interactive', payload: click({}) },
  { title: 'a button of another channel', kind: 'interactive', payload: click({ actions: [other] }) },
  { title: 'a button without an action', kind: 'interactive', payload: click({ actions: [] }) },
  { title: 'a form that is not ours', kind: 'interactive', payload: click({ type: 'view_submission', view }) },
];

/** Requests that Slack never sends, or only to a bot that is broken, and how each is answered. */
export function hostileTo(bot: Rig): readonly Hostile[] {
  const known = JSON.stringify(event({ event: { type: 'message' } }));
  const send = (title: string, expected: number, body: string, type = json, signed = {}): Hostile => ({
    title,
    expected,
    send: async () => (await bot.post(body, type, signed)).status,
  });
  const now = Math.floor(Date.now() / 1_000);
  return [
    send('a wrong signature', 401, known, json, { secret: 'wrong' }),
    send('a stale signature', 401, known, json, { at: now - 400 }),
    send('a signature from the future', 401, known, json, { at: now + 400 }),
    {
      title: 'no signature',
      expected: 401,
      send: async () =>
        (await fetch(`${bot.url}/slack/events`, { method: 'POST', headers: { 'content-type': json }, body: known }))
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
            headers: { 'x-slack-request-timestamp': String(now), 'x-slack-signature': `v0=${'0'.repeat(64)}` },
            body: new Blob(['x'.repeat(1_100_000)]).stream(),
            duplex: 'half',
          })
        ).status,
    },
    send('no JSON', 400, '{'),
    send('null', 400, 'null'),
    send('a list', 400, '[]'),
    send('a payload that is no JSON', 400, 'payload=%7B', form),
    ...hostilePayloads.map(({ title, kind, payload }) =>
      kind === 'interactive' ? send(title, 200, interaction(payload), form) : send(title, 200, JSON.stringify(payload)),
    ),
    send('a check of the certificate', 200, 'ssl_check=1', form),
    send('a form with a charset', 200, interaction(click({})), `${form}; charset=utf-8`),
  ];
}
