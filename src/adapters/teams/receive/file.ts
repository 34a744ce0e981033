import { z } from 'zod';
import type { TeamsConfig } from '../config.ts';
import type { Connector } from '../send/connector.ts';
import { trusts } from '../trust.ts';
import type { Activity } from './activity.ts';

/** What a file turned out to be. Only a picture is worth reading, once the bot can. */
export type FileKind = 'picture' | 'not a picture' | 'too large' | 'not trusted' | 'not reachable';

/** Milliseconds; the activity is acknowledged only afterwards. */
const patience = 2_000;
/** Bytes. */
const most = 10_000_000;
const pictures = [/^\x89PNG\r\n/, /^\xff\xd8\xff/, /^GIF8[79]a/, /^RIFF[\s\S]{4}WEBP/];
const download = z.object({ downloadUrl: z.string() });

/** Looks at a file: asks for it only on trusted hosts, follows no redirect, and reads no more than its first bytes. */
export async function lookAt(
  { contentUrl, content }: Activity['attachments'][number],
  serviceUrl: string,
  config: TeamsConfig,
  connector: Connector,
): Promise<FileKind> {
  const shared = download.safeParse(content).data?.downloadUrl;
  const url = shared ?? contentUrl ?? '';
  const pasted = shared === undefined && trusts(config, url);
  if (!pasted && !(shared !== undefined && onSharePoint(shared))) return 'not trusted';
  try {
    // A pasted picture lies with the Bot Framework, which wants the token; a shared file's address is the permission itself.
    const token = pasted ? await connector.token(serviceUrl) : '';
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
      headers: token === '' ? {} : { authorization: `Bearer ${token}` },
    });
    const reader = response.body?.getReader();
    const first = await reader?.read();
    await reader?.cancel();
    if (!response.ok) return 'not reachable';
    if (Number(response.headers.get('content-length') ?? 0) > most) return 'too large';
    const head = Buffer.from(first?.value?.subarray(0, 16) ?? []).toString('latin1');
    return pictures.some((start) => start.test(head)) ? 'picture' : 'not a picture';
  } catch {
    return 'not reachable';
  }
}

/** Files that are shared in a chat lie in the organisation's SharePoint: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
function onSharePoint(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username } = new URL(url);
  return protocol === 'https:' && port === '' && username === '' && hostname.endsWith('.sharepoint.com');
}
