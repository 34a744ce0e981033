import type { ServerResponse } from 'node:http';
import { HTTPReceiver, type InstallationStore, LogLevel } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import { defaultLanguage, writtenLanguages } from '../../../bot/languages.ts';
import type { Log } from '../../../bot/ports.ts';
import type { HttpRoute } from '../../http/route.ts';
import type { Installed } from '../config.ts';
import { describe } from '../describe.ts';
import { quiet } from '../quiet.ts';
import { clientOptions } from '../send/client.ts';
import { scopes } from './manifest.ts';
import { NotAdmitted } from './many-workspaces.ts';

/** The error codes for a fault of the request itself, not of Slack or the bot. */
const theirs = ['slack_oauth_missing_state', 'slack_oauth_invalid_state', 'slack_oauth_missing_code'];

/** Returns the routes of the OAuth installation pages: Bolt's own pages on our server, and our error pages where the installation fails. */
export function installRoutes(
  { clientId, clientSecret, stateSecret }: Extract<Installed, { kind: 'many' }>,
  store: InstallationStore,
  apiUrl: string,
  log: Log,
): readonly HttpRoute[] {
  const pages = new HTTPReceiver({
    // A placeholder: this receiver gets no events, only its pages are served.
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
      callbackOptions: {
        failure: (error, _, { url = '' }, response) => {
          if (new URLSearchParams(url.split('?')[1]).get('error') === 'access_denied') {
            log.info({}, 'Somebody decided against adding the bot to their Slack workspace');
            return page(response, 403, 'refused');
          }
          if (error instanceof NotAdmitted) return page(response, 403, 'elsewhere');
          log.error({ error: describe(error) }, 'The bot could not be installed in a Slack workspace');
          page(response, theirs.includes(error.code) ? 400 : 500, 'failed');
        },
      },
    },
  });
  return ['/slack/install', '/slack/oauth_redirect'].map((path) => ({
    method: 'GET',
    path,
    handle: (request, response) => pages.requestListener(request, response),
  }));
}

/** Sends an error page in every language, since the visitor's language is not known yet. */
function page(response: ServerResponse, status: number, what: 'refused' | 'failed' | 'elsewhere'): void {
  const said = writtenLanguages.map(({ language }) => {
    const words = wordsIn(language);
    const link = `<a href="install">${words.text('slack:install.again')}</a>`;
    return `<p lang="${language}">${words.text(`slack:install.${what}`)}${what === 'elsewhere' ? '' : `<br>${link}`}</p>`;
  });
  const title = wordsIn(defaultLanguage).text('slack:manifest.name');
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><html lang="${defaultLanguage}"><title>${title}</title><body>${said.join('')}</body></html>\n`,
  );
}
