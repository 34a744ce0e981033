import { createHmac } from 'node:crypto';
import { type Agent, request } from 'node:http';
import { envelopeOf, signingSecret } from '../slack/deliver.ts';
import { channels } from '../slack/workspace.ts';

/** A signed event, ready to be sent. */
export interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string | number>>;
}

/** A message in a thread of the support channel, signed now. */
export function sign(text: string, ts: string, thread: string): Signed {
  const user = `U${thread.replace('.', '')}`;
  const event = {
    type: 'message',
    channel: channels.support,
    channel_type: 'channel',
    user,
    text,
    ts,
    ...(ts !== thread && { thread_ts: thread }),
  };
  const body = JSON.stringify(envelopeOf('T0ONE00001', event));
  const at = Math.floor(Date.now() / 1_000);
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex')}`;
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': at,
    'x-slack-signature': signature,
  };
  return { body, headers };
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
