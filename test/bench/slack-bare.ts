// What the bot is compared with: a bare Bolt app that keeps a few kB of a conversation by one SQL statement for each
// event, acknowledges once that is done, which is the least that loses nothing, and posts one reply.
import type { AddressInfo } from 'node:net';
import { App, type BlockAction, HTTPReceiver, LogLevel, type webApi } from '@slack/bolt';
import { Pool } from 'pg';
import { signingSecret } from '../slack/deliver.ts';
import { report } from './slack-report.ts';

const [slackApiUrl = '', connectionString = ''] = process.argv.slice(2);
const pool = new Pool({ connectionString, max: 10, idleTimeoutMillis: 60_000 });
await pool.query('CREATE TABLE IF NOT EXISTS bare (id TEXT PRIMARY KEY, body TEXT NOT NULL)');
const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR, processBeforeResponse: true });
const app = new App({
  receiver,
  token: 'xoxb-one',
  convoStore: false,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl },
});
/** As large as a record of ours. */
const filling = 'x'.repeat(1_500);

async function keep(channel: string, thread: string, event: object): Promise<void> {
  await pool.query({
    name: 'keep',
    text: 'INSERT INTO bare (id, body) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET body = $2',
    values: [`${channel} ${thread}`, JSON.stringify({ event, filling })],
  });
}

function reply(client: webApi.WebClient, channel: string, thread: string): void {
  const question = 'このPCは、どうやって手に入れたものですか？';
  setImmediate(() =>
    client.chat.postMessage({
      channel,
      thread_ts: thread,
      text: question,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: question } },
        {
          type: 'actions',
          block_id: 'question',
          elements: [
            {
              type: 'button',
              action_id: 'personal',
              text: { type: 'plain_text', text: '自分で買った' },
              value: 'question.origin personal',
            },
          ],
        },
      ],
    }),
  );
}

app.message(async ({ message, client }) => {
  const { channel, ts, thread_ts: thread = ts } = message as { channel: string; ts: string; thread_ts?: string };
  await keep(channel, thread, message);
  reply(client, channel, thread);
});
app.action<BlockAction>(/./, async ({ body, action, client, ack }) => {
  const { channel_id: channel, thread_ts: thread } = body.container as { channel_id: string; thread_ts: string };
  await keep(channel, thread, action);
  await ack();
  reply(client, channel, thread);
});
const server = await app.start({ port: 0, host: '127.0.0.1' });
report(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
