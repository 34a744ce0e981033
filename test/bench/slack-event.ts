import { createHmac } from 'node:crypto';
import { type Agent, request } from 'node:http';
import { envelopeOf, form, interaction, json, signingSecret } from '../slack/deliver.ts';
import { clickOf } from '../slack/interactions.ts';
import type { Drawn } from '../slack/screen.ts';
import { channels } from '../slack/workspace.ts';

/** A signed event, ready to be sent. */
export interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string | number>>;
}

const team = 'T0ONE00001';
const userOf = (thread: string): string => `U${thread.replace('.', '')}`;

/** Signs a message in a thread of the support channel now; each thread has a person of its own. */
export function sign(text: string, ts: string, thread: string): Signed {
  const event = {
    type: 'message',
    channel: channels.support,
    channel_type: 'channel',
    user: userOf(thread),
    text,
    ts,
    ...(ts !== thread && { thread_ts: thread }),
  };
  return signed(JSON.stringify(envelopeOf(team, event)), json);
}

/** Signs a click of that person on a message of the bot, named by its `ts`. */
export function signClick(button: Drawn, on: string, thread: string): Signed {
  const pressing = { team, user: userOf(thread), channel: channels.support, thread, on };
  return signed(interaction(clickOf(pressing, button)), form);
}

function signed(body: string, type: string): Signed {
  const at = Math.floor(Date.now() / 1_000);
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex')}`;
  return { body, headers: { 'content-type': type, 'x-slack-request-timestamp': at, 'x-slack-signature': signature } };
}

/** Delivers an event; resolves to the milliseconds until it was acknowledged. */
export function deliver(agent: Agent, url: string, { body, headers }: Signed): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const post = request(`${url}/slack/events`, { method: 'POST', agent, headers }, (response) => {
      const took = performance.now() - began;
      response
        .resume()
        .on('end', () =>
          response.statusCode === 200 ? resolve(took) : reject(new Error(`Answered ${response.statusCode}`)),
        );
    });
    post
      .on('error', (error: NodeJS.ErrnoException) => {
        // The other side may close a connection that was kept for the next event: https://nodejs.org/api/http.html#requestreusedsocket
        const closed = post.reusedSocket && error.code === 'ECONNRESET';
        if (closed) deliver(agent, url, { body, headers }).then(resolve, reject);
        else reject(error);
      })
      .end(body);
  });
}
