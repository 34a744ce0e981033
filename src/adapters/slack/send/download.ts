import { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Fetched, Log } from '../../../bot/ports.ts';
import { fetchTimeout } from '../../../bot/ports.ts';
import { download } from '../../http/download.ts';
import { botFor, type Installation, NotInstalled, type Workspaces } from '../install/workspaces.ts';
import { fileId } from '../receive/files.ts';
import { explain } from './advice.ts';
import { refusal } from './attempt.ts';
import { away, isFinal, limited } from './outcome.ts';

/** Fetches a file by its id in a workspace, as `Adapter.fetch` does. */
export type FetchFile = (team: string, id: string, most: number) => Promise<Fetched>;

/** The fields of a file that are read: https://docs.slack.dev/reference/objects/file-object */
const found = z.object({
  url_private_download: z.string().optional(),
  mimetype: z.string().default(''),
  mode: z.string().default(''),
  file_access: z.string().default(''),
  size: z.number().default(0),
});
/** The modes of a file that was deleted, or is older than what a free workspace shows. */
const hidden = ['tombstone', 'hidden_by_limit'];
/** The refusals that say that there is no such file. */
const lost = ['file_not_found', 'file_deleted'];

const none = (why: Extract<Fetched, { readonly outcome: 'none' }>['why']): Fetched => ({ outcome: 'none', why });
const later = (sent: ReturnType<typeof away>): Fetched => (sent.outcome === 'later' ? sent : none('gone'));

/** Returns true for an address to which the bot's token may be sent: over the protocol and at the host of the Web API, or of Slack itself, or below one of them. */
export function isSlacks(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  return ['https://slack.com', apiUrl].some((own) => {
    const api = new URL(own);
    const isBelow = hostname === api.hostname || hostname.endsWith(`.${api.hostname}`);
    return protocol === api.protocol && port === api.port && isBelow;
  });
}

/** Returns the function that fetches files (https://docs.slack.dev/reference/methods/files.info); a missing permission is logged once for each workspace, with its remedy. */
export function fetcher(workspaces: Workspaces, apiUrl: string, log: Log): FetchFile {
  const told = new Set<string>();
  const forbidden = (team: string, error: string): Fetched => {
    if (!told.has(team)) log.error({ team }, `Files are not passed on: ${explain(error)}`);
    told.add(team);
    return none('not allowed');
  };
  async function look(client: webApi.WebClient, team: string, id: string): Promise<z.infer<typeof found> | Fetched> {
    try {
      return found.parse((await client.files.info({ file: id, limit: 1 })).file);
    } catch (error) {
      if (error instanceof webApi.WebAPIRateLimitedError) return later(limited(error.retryAfter));
      const why = refusal(error);
      if (why === undefined || !isFinal(why)) return later(away('Slack cannot be asked for a file'));
      if (lost.includes(why)) return none('gone');
      return why === 'missing_scope' ? forbidden(team, why) : none('not allowed');
    }
  }
  return async (team, id, most) => {
    if (!fileId.safeParse(id).success) return none('gone');
    let bot: Installation;
    try {
      bot = await botFor(workspaces, team);
    } catch (error) {
      return error instanceof NotInstalled ? none('not allowed') : later(away('Slack cannot be asked who the bot is'));
    }
    const file = await look(workspaces.client(bot), team, id);
    if ('outcome' in file) return file;
    const { url_private_download: url = '', mode, file_access: access, size, mimetype } = file;
    if (hidden.includes(mode) || access === 'file_not_found') return none('gone');
    if (size > most) return none('too large');
    // A file that lies elsewhere, as in a drive, is Slack's by its link only.
    if (!isSlacks(url, apiUrl)) return none('not allowed');
    const got = await download(url, { authorization: `Bearer ${bot.token}` }, most, fetchTimeout).catch(
      () => undefined,
    );
    if (got === undefined) return later(away('A file of Slack cannot be fetched'));
    if (got.kind === 'too large') return none('too large');
    if (got.kind === 'bytes') {
      // Whoever may not read a file gets the page to sign in, as a success.
      const isPage = got.type.startsWith('text/html') && !mimetype.startsWith('text/html');
      return isPage ? forbidden(team, 'missing_scope') : { outcome: 'fetched', bytes: got.bytes };
    }
    if (got.status === 429) return later(limited(got.retryAfter));
    if (got.status >= 500) return later(away(`Slack answered ${got.status} for a file`));
    return got.status === 404 || got.status === 410 ? none('gone') : forbidden(team, 'missing_scope');
  };
}
