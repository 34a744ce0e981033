import { z } from 'zod';
import { longestRef, type SentFile } from '../../../bot/types.ts';
import type { TeamsConfig } from '../config.ts';
import type { Connector } from '../send/connector.ts';
import { trusts } from '../trust.ts';
import type { Activity } from './activity.ts';

/** The kind of a received file. Only a picture is worth reading, once the bot can. */
export type FileKind = 'picture' | 'not a picture' | 'too large' | 'not trusted' | 'not reachable';

/** Timeout of the download in milliseconds; the activity is acknowledged only afterwards. */
const patience = 2_000;
/** Maximum size of a file, in bytes. */
const most = 10_000_000;
const pictures = [/^\x89PNG\r\n/, /^\xff\xd8\xff/, /^GIF8[79]a/, /^RIFF[\s\S]{4}WEBP/];
const download = z.object({ downloadUrl: z.string(), fileType: z.string().catch('') });

/** Returns how Teams finds a file of a message again: its address, which for a shared file holds no name but the permission to read it, for an hour at most. */
export function sentFile({ contentType, contentUrl, content }: Activity['attachments'][number]): SentFile {
  const shared = download.safeParse(content).data;
  const url = shared?.downloadUrl ?? contentUrl ?? '';
  const type = shared === undefined ? contentType : `.${shared.fileType.toLowerCase()}`;
  return { ref: url.length > longestRef ? '' : url, kind: kindOf(type), size: null };
}

/** Returns what a file is by its media type or, if it was shared, the ending of its name: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
function kindOf(type: string): SentFile['kind'] {
  if (/^(?:image\/.+|\.(?:png|jpe?g|jfif|gif|webp|hei[cf]))$/.test(type)) return 'picture';
  if (/^(?:application\/|\.)pdf$/.test(type)) return 'pdf';
  return /^(?:text\/plain|\.(?:txt|log|csv|xml|json|md))$/.test(type) ? 'text' : 'other';
}

/** Returns the kind of a file. Requests it from trusted hosts only (no SSRF), follows no redirect, and reads no more than its first bytes; a failed request or a timeout counts as not reachable. */
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
    // A pasted picture is stored by the Bot Framework, which requires the token; the URL of a shared file is itself the permission.
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

/** Returns true for an https URL in SharePoint, where the organisation keeps files that are shared in a chat: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
function onSharePoint(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username } = new URL(url);
  return protocol === 'https:' && port === '' && username === '' && hostname.endsWith('.sharepoint.com');
}
