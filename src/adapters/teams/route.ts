import type { IncomingMessage } from 'node:http';
import type { Log } from '../../bot/ports.ts';
import { describeError } from '../../bot/turn/describe-error.ts';
import { bodyOf } from '../http/body.ts';
import type { Route } from '../http/route.ts';
import { type Activity, activitySchema, tenantOf } from './activity.ts';
import { type Answer, later, refuse } from './answer.ts';
import type { TeamsConfig } from './config.ts';
import type { Connector } from './connector.ts';
import { admits, trusts } from './trust.ts';

/** A message of Teams has at most 100 KB; this many bytes leave room for what comes with it. */
const most = 262_144;

/** Where Teams delivers activities. Only what the Bot Framework signed for this bot, from an admitted tenant, gets to `take`. */
export function routeOf(
  config: TeamsConfig,
  connector: Connector,
  log: Log,
  take: (activity: Activity) => Promise<Answer>,
): Route {
  async function answer(request: IncomingMessage): Promise<Answer> {
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const local = config.identity.kind === 'local';
    if (!type.startsWith('application/json')) return refuse(415);
    if (local ? !fromHere(request) : !authorization.startsWith('Bearer ')) return refuse(401);
    const body = await bodyOf(request, most);
    if (body === undefined) return refuse(413);
    const activity = read(body);
    if (activity === undefined) return refuse(400);
    if (!(await connector.verify(activity, authorization))) {
      log.warn({ conversation: '', delivery: '' }, 'token refused');
      return refuse(401);
    }
    if (!trusts(config, activity.serviceUrl) || !admits(config, tenantOf(activity))) return refuse(403);
    return take(activity);
  }
  return {
    method: 'POST',
    path: '/api/messages',
    async handle(request, response) {
      const { status, body } = await answer(request).catch((error: unknown) => {
        log.error({ conversation: '', delivery: '', error: describeError(error) }, 'activity not taken');
        return later;
      });
      const text = JSON.stringify(body);
      response.writeHead(status, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        ...(status === 413 && { connection: 'close' }),
      });
      response.end(text);
    },
  };
}

/** The Bot Framework may write null where it has nothing; they are taken out only where they are in the way, since that is slow. */
function read(body: string): Activity | undefined {
  try {
    const { data } = activitySchema.safeParse(JSON.parse(body));
    return data ?? activitySchema.safeParse(JSON.parse(body, (_, value: unknown) => value ?? undefined)).data;
  } catch {
    return undefined;
  }
}

/** Whether a request was made on this machine, and not through a tunnel. */
const fromHere = ({ socket, headers }: IncomingMessage) =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined;
