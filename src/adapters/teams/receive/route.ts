import type { IncomingMessage } from 'node:http';
import { describeError } from '../../../bot/lib/describe-error.ts';
import type { Log } from '../../../bot/ports.ts';
import type { ReadBody } from '../../http/body.ts';
import type { HttpRoute } from '../../http/route.ts';
import { sendResponse } from '../../http/send.ts';
import type { TeamsConfig } from '../config.ts';
import type { Connector } from '../send/connector.ts';
import { admits, trusts } from '../trust.ts';
import { type Activity, activitySchema, isShort, tenantOf } from './activity.ts';
import { type Answer, later, refuse } from './answer.ts';

/** Maximum length of a request body in bytes. A message of Teams has at most 100 KB; the rest leaves room for its metadata. */
const most = 262_144;

/** Returns the route on which Teams delivers activities (the webhook). Only an activity that the Bot Framework signed for this bot, from an admitted tenant, reaches `take`; the body of an unauthenticated request is not even read. */
export function activityRoute(
  config: TeamsConfig,
  connector: Connector,
  log: Log,
  take: (activity: Activity) => Promise<Answer>,
): HttpRoute {
  /** Authenticates a request; resolves to a predicate of the activities that it may carry: those of its token's service, or any if the bot is local. Resolves to undefined if the request is refused. */
  async function permitted(request: IncomingMessage): Promise<((activity: Activity) => boolean) | undefined> {
    if (config.identity.kind === 'local') return fromHere(request) ? () => true : undefined;
    const service = await connector.verify(request.headers.authorization ?? '');
    return service === undefined ? undefined : ({ serviceUrl }) => serviceUrl === service;
  }
  async function answer(request: IncomingMessage, read: ReadBody): Promise<Answer> {
    if (request.headers['content-type']?.startsWith('application/json') !== true) return refuse(415);
    const permits = await permitted(request);
    if (permits === undefined) return unsigned();
    const body = await read(most);
    if ('refused' in body) return refuse(body.refused);
    const activity = activityIn(body.text);
    if ('refused' in activity) return refuse(activity.refused);
    if (!permits(activity)) return unsigned();
    if (!trusts(config, activity.serviceUrl) || !admits(config, tenantOf(activity))) return refuse(403);
    return take(activity);
  }
  function unsigned(): Answer {
    log.warn({ conversation: '', delivery: '' }, 'token refused');
    return refuse(401);
  }
  return {
    method: 'POST',
    path: '/api/messages',
    async handle(request, response, read) {
      const { status, body } = await answer(request, read).catch((error: unknown) => {
        log.error({ conversation: '', delivery: '', error: describeError(error) }, 'activity not taken');
        return later;
      });
      sendResponse(response, status, JSON.stringify(body), { 'content-type': 'application/json' });
    },
  };
}

/** Parses the body of a request; returns 400 if it is invalid, 413 if a list is too long. The Bot Framework may write null for a missing value; nulls are removed only if they prevent parsing, since that is slow. */
function activityIn(body: string): Activity | { readonly refused: 400 | 413 } {
  try {
    const json: unknown = JSON.parse(body);
    if (!isShort(json)) return { refused: 413 };
    const { data } = activitySchema.safeParse(json);
    return data ?? activitySchema.parse(JSON.parse(body, (_, value: unknown) => value ?? undefined));
  } catch {
    return { refused: 400 };
  }
}

/** Returns true if a request was made on this machine (loopback), and not through a tunnel or proxy. */
const fromHere = ({ socket, headers }: IncomingMessage) =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined;
