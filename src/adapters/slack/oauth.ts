import { HTTPReceiver, type InstallationStore, LogLevel } from '@slack/bolt';
import type { Route } from '../http/route.ts';
import { clientOptions } from './client.ts';
import type { Installed } from './config.ts';
import { scopes } from './manifest.ts';
import { quiet } from './quiet.ts';

/** The pages by which a workspace installs the bot: Bolt's own, on our server. */
export function installRoutes(
  { clientId, clientSecret, stateSecret }: Extract<Installed, { kind: 'many' }>,
  store: InstallationStore,
  apiUrl: string,
): readonly Route[] {
  const pages = new HTTPReceiver({
    // It takes no events: only its pages are served.
    signingSecret: stateSecret,
    clientId,
    clientSecret,
    stateSecret,
    installationStore: store,
    scopes: [...scopes],
    logger: quiet,
    logLevel: LogLevel.ERROR,
    installerOptions: {
      directInstall: true,
      authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
      clientOptions: clientOptions(apiUrl),
    },
  });
  return ['/slack/install', '/slack/oauth_redirect'].map((path) => ({
    method: 'GET',
    path,
    handle: (request, response) => pages.requestListener(request, response),
  }));
}
