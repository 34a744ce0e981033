// What the bot is compared with: a bare Bolt app that does one SQL statement and one post for an event. It acknowledges
// first, as Bolt does; or (`kept-first`) once the statement is done, which is the least that loses nothing.
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { Pool } from 'pg';
import { signingSecret } from '../slack/deliver.ts';
import { report } from './slack-report.ts';

const [slackApiUrl = '', connectionString = '', when = ''] = process.argv.slice(2);
const keptFirst = when === 'kept-first';
const pool = new Pool({ connectionString, max: 10, idleTimeoutMillis: 60_000 });
await pool.query('CREATE TABLE IF NOT EXISTS bare (id TEXT PRIMARY KEY, body TEXT NOT NULL)');
const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR, processBeforeResponse: keptFirst });
const app = new App({
  receiver,
  token: 'xoxb-one',
  convoStore: false,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl },
});
app.message(async ({ message, client }) => {
  const {
    channel,
    ts,
    thread_ts,
    text = '',
  } = message as { channel: string; ts: string; thread_ts?: string; text?: string };
  await pool.query({
    name: 'keep',
    text: 'INSERT INTO bare (id, body) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    values: [ts, text],
  });
  const post = () =>
    client.chat.postMessage({
      channel,
      thread_ts: thread_ts ?? ts,
      text: 'このPCは、どうやって手に入れたものですか？',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: 'このPCは、どうやって手に入れたものですか？' } },
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'personal',
              text: { type: 'plain_text', text: '自分で買った' },
              value: 'personal',
            },
          ],
        },
      ],
    });
  if (keptFirst) setImmediate(post);
  else await post();
});
const server = await app.start({ port: 0, host: '127.0.0.1' });
report(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
