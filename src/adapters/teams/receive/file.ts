import { z } from 'zod';
import { type Fetched, fetchTimeout } from '../../../bot/ports.ts';
import { longestRef, type SentFile } from '../../../bot/types.ts';
import { download } from '../../http/download.ts';
import type { TeamsConfig } from '../config.ts';
import type { Connector } from '../send/connector.ts';
import { trusts } from '../trust.ts';
import type { Activity } from './activity.ts';

/** Milliseconds before a file is asked for again, if Teams does not say. */
const pause = 2_000;
/** What Teams says of a file that was shared: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
const sharing = z.object({ downloadUrl: z.string(), fileType: z.string().catch('') });

/** Returns how Teams finds a file of a message again: the address of a pasted picture, or that of a shared file, which is itself the permission to read it, for an hour at most. It has none where it lies elsewhere. */
export function sentFile({ contentType, contentUrl, content }: Activity['attachments'][number]): SentFile {
  const shared = sharing.safeParse(content).data;
  const url = shared?.downloadUrl ?? contentUrl ?? '';
  const type = shared === undefined ? contentType : `.${shared.fileType.toLowerCase()}`;
  const isFetched = onSharePoint(url) === (shared !== undefined) && url.length <= longestRef;
  return { ref: isFetched ? url : '', kind: kindOf(type), size: null };
}

/** Returns what a file is by its media type or, if it was shared, the ending of its name. */
function kindOf(type: string): SentFile['kind'] {
  if (/^(?:image\/.+|\.(?:png|jpe?g|jfif|gif|webp|hei[cf]))$/.test(type)) return 'picture';
  if (/^(?:application\/|\.)pdf$/.test(type)) return 'pdf';
  return /^(?:text\/plain|\.(?:txt|log|csv|xml|json|md))$/.test(type) ? 'text' : 'other';
}

/** Fetches a file of a message as `Adapter.fetch` does: from trusted hosts only (no SSRF), without following a redirect. */
export async function fetchFile(
  { ref }: SentFile,
  serviceUrl: string,
  most: number,
  config: TeamsConfig,
  connector: Connector,
): Promise<Fetched> {
  if (ref === '') return { outcome: 'none', why: 'not allowed' };
  const pasted = trusts(config, ref);
  if (!pasted && !onSharePoint(ref)) return { outcome: 'none', why: 'not allowed' };
  // A pasted picture is stored by the Bot Framework, which requires the token; the address of a shared file is itself the permission.
  const token = pasted ? await connector.token(serviceUrl) : '';
  const headers: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` };
  const got = await download(ref, headers, most, fetchTimeout);
  if (got.kind === 'bytes') return { outcome: 'fetched', bytes: got.bytes };
  if (got.kind === 'too large') return { outcome: 'none', why: 'too large' };
  const { status, retryAfter } = got;
  const why = `Teams answered ${status} for a file`;
  const after = Number.isFinite(retryAfter) && retryAfter >= 0 ? Math.min(retryAfter, 600) * 1_000 : pause;
  if (status === 429) return { outcome: 'later', after, reason: 'rate limit', why };
  if (status >= 500) return { outcome: 'later', after, reason: 'outage', why };
  // An address of SharePoint that is over is refused.
  const isGone = status === 404 || status === 410 || (!pasted && status < 500 && status >= 400);
  return { outcome: 'none', why: isGone ? 'gone' : 'not allowed' };
}

/** Returns true for an https URL in SharePoint, where the organisation keeps files that are shared in a chat: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
function onSharePoint(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username } = new URL(url);
  return protocol === 'https:' && port === '' && username === '' && hostname.endsWith('.sharepoint.com');
}
