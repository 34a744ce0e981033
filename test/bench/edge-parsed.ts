// What `npm run bench:edge` compares with: the body is read and parsed first, and then the SDK checks the token, as in its samples.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { activitySchema } from '../../src/adapters/teams/receive/activity.ts';
import { hush } from '../../src/adapters/teams/send/hush.ts';
import { report } from './slack-report.ts';

const [MicrosoftAppId = '', keys = ''] = process.argv.slice(2);
const authentication = new ConfigurationBotFrameworkAuthentication({
  MicrosoftAppId,
  MicrosoftAppType: 'MultiTenant',
  MicrosoftAppPassword: 'secret',
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: keys,
  ToBotFromEmulatorOpenIdMetadataUrl: keys,
  OAuthUrl: 'https://api.botframework.com',
});
const read = (body: string): unknown => {
  try {
    const { data } = activitySchema.safeParse(JSON.parse(body));
    return data ?? activitySchema.safeParse(JSON.parse(body, (_, value: unknown) => value ?? undefined)).data;
  } catch {
    return undefined;
  }
};
const server = createServer(async (request, response) => {
  const activity = read(await text(request));
  const checked = hush(() =>
    authentication.authenticateRequest(activity as Activity, request.headers.authorization ?? ''),
  );
  const status = activity === undefined ? 400 : await checked.then(() => 200).catch(() => 401);
  checked.catch(() => {});
  response.writeHead(status).end();
}).listen(0, '127.0.0.1', () => report(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
