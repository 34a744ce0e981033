import { createHmac, randomUUID } from 'node:crypto';

/** The signing secret of every test. */
export const signingSecret = 'signing-secret';
/** How an event's body is written. */
export const json = 'application/json';
/** How the body of an interaction or a command is written. */
export const form = 'application/x-www-form-urlencoded';

/** Posts a body to the bot, signed unless told otherwise. */
export function post(
  url: string,
  body: string,
  type: string,
  { secret = signingSecret, at = Math.floor(Date.now() / 1_000), retry = 0 } = {},
): Promise<Response> {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return fetch(`${url}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': `v0=${signature}`,
      ...(retry > 0 && { 'x-slack-retry-num': String(retry) }),
    },
    body,
  });
}

/** An interaction (a click, a form, a shortcut) as a body. */
export const interaction = (payload: object): string =>
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString();

/** An event as Slack wraps it. */
export const envelopeOf = (team: string, event: object, id = `Ev${randomUUID()}`) => ({
  type: 'event_callback',
  team_id: team,
  api_app_id: 'A000000001',
  event_id: id,
  event_time: Math.floor(Date.now() / 1_000),
  authorizations: [
    { enterprise_id: null, team_id: team, user_id: 'U0BOT00001', is_bot: true, is_enterprise_install: false },
  ],
  event,
});

let clock = 0;
/** A new message's name; larger than any before. */
export const nextTs = (): string => {
  clock += 1;
  return `${Math.floor(Date.now() / 1_000)}.${String(500_000 + clock)}`;
};
