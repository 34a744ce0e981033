import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';

/** The bot to compare with: the SDK as its samples use it, one SQL statement and one reply an activity. */
const database = new DatabaseSync(`${process.argv[2]}/bare.sqlite`);
database.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE talks (id TEXT PRIMARY KEY, body TEXT)',
);
const save = database.prepare('INSERT INTO talks VALUES ($id, $body) ON CONFLICT (id) DO UPDATE SET body = $body');
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const echo = new ActivityHandler();
echo.onMessage(async (context, next) => {
  const { conversation, text } = context.activity;
  save.run({ $id: conversation.id, $body: text });
  await context.sendActivity(`echo: ${text}`);
  await next();
});

async function handle(request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body: Record<string, unknown> = JSON.parse(Buffer.concat(chunks).toString());
  const answer = {
    socket: request.socket,
    status: (code: number) => response.writeHead(code),
    header: () => {},
    send: (text: string) => response.write(text),
    end: () => response.end(),
  };
  await adapter.process({ headers: request.headers, method: 'POST', body }, answer, (context) => echo.run(context));
}

const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1', () => {
  process.on('message', () => process.send?.(process.cpuUsage()));
  process.send?.((server.address() as AddressInfo).port);
});
