import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Receiver } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../../bot/ports.ts';
import { bodyOf } from '../http/body.ts';
import { describe } from './describe.ts';
import { Overtaken } from './in-order.ts';
import { delivery } from './payloads.ts';
import { isSigned } from './signature.ts';

/** Bytes of a request; Slack's own are far smaller. */
const largest = 1024 * 1024;

const object = z.record(z.string(), z.unknown());
const kind = z.string().catch('unknown');

/** Bolt's door for requests over HTTP. Unlike Bolt's own it acknowledges only once the listeners are through, so that nothing is acknowledged that was not kept, and it serves on whichever server calls it. */
export interface HttpReceiver extends Receiver {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Takes signed requests: 401 for a wrong or stale signature, 413 for too much, 400 for what is no payload, 500 for what could not be kept. */
export function httpReceiver(signingSecret: string, log: Log): HttpReceiver {
  let deliver: Deliver | undefined;
  return {
    init: (app) => {
      deliver = deliverTo(app, log);
    },
    start: async () => {},
    stop: async () => {},
    handle: async (request, response) => {
      const end = (status: number, body: unknown = '') => {
        response.writeHead(status, typeof body === 'string' ? {} : { 'content-type': 'application/json' });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      };
      const read = await verified(request, signingSecret);
      if ('refused' in read) {
        log.warn({ status: read.refused }, 'A request to Slack’s endpoint was refused');
        return end(read.refused);
      }
      const { body } = read;
      if (body['ssl_check'] !== undefined) return end(200);
      if (body['type'] === 'url_verification') return end(200, { challenge: body['challenge'] });
      const retry = Number(request.headers['x-slack-retry-num'] ?? 0);
      const answer = await deliver?.(body, retry);
      return answer === undefined ? end(500) : end(200, answer);
    },
  };
}

/** Hands one payload to Bolt; resolves to what to answer, or to undefined where it was not kept, which is logged. */
export type Deliver = (body: Readonly<Record<string, unknown>>, retry: number) => Promise<unknown>;

/** Bolt answers an event before its listeners ran; here the answer waits for them. What no listener took, or Bolt can make nothing of, is acknowledged too, or Slack would repeat an event, and show an error for all else. */
export const deliverTo =
  (app: Pick<App, 'processEvent'>, log: Log): Deliver =>
  async (body, retry) => {
    let answer: unknown;
    let taken = false;
    try {
      if (delivery.safeParse(body).success)
        await app.processEvent({
          body: { ...body },
          ...(retry > 0 && { retryNum: retry }),
          ack: async (response) => {
            taken = true;
            answer = response ?? '';
          },
        });
    } catch (error) {
      if (error instanceof Overtaken) {
        log.info({}, 'A reply came before the message that it answers; Slack will repeat it');
        return undefined;
      }
      const next = body['type'] === 'event_callback' ? repeated : shown;
      log.error({ error: describe(error) }, `A Slack delivery could not be kept; ${next}`);
      return undefined;
    }
    if (!taken)
      log.warn({ type: kind.parse(body['type'] ?? body['command']) }, 'A Slack payload of a kind that is not known');
    return answer ?? '';
  };

/** What Slack does when an event, or a click, a form, a shortcut or a command, is not acknowledged. */
const repeated = 'Slack will repeat it';
const shown = 'Slack shows the person an error and does not repeat it';

type Verified = { readonly body: Readonly<Record<string, unknown>> } | { readonly refused: 400 | 401 | 413 };

async function verified(request: IncomingMessage, secret: string): Promise<Verified> {
  const { headers } = request;
  const body = await bodyOf(request, largest);
  if (body === undefined) return { refused: 413 };
  const [timestamp, signature] = [headers['x-slack-request-timestamp'], headers['x-slack-signature']];
  if (typeof timestamp !== 'string' || typeof signature !== 'string') return { refused: 401 };
  if (!isSigned(secret, timestamp, signature, body)) return { refused: 401 };
  try {
    return { body: object.parse(payloadIn(body, headers['content-type'])) };
  } catch {
    return { refused: 400 };
  }
}

/** Events are JSON, all else comes as a form; interactions carry their JSON in a field of it. */
function payloadIn(body: string, type: string | undefined): unknown {
  if (type?.startsWith('application/x-www-form-urlencoded') !== true) return JSON.parse(body);
  const fields = Object.fromEntries(new URLSearchParams(body));
  return fields['payload'] === undefined ? fields : JSON.parse(fields['payload']);
}
