import type { IncomingMessage } from 'node:http';
import type { App, Receiver } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../../../bot/ports.ts';
import type { ReadBody } from '../../http/body.ts';
import type { HttpRoute } from '../../http/route.ts';
import { sendResponse } from '../../http/send.ts';
import { describe } from '../describe.ts';
import { Overtaken } from './in-order.ts';
import { delivery } from './payloads.ts';
import { isSigned, signatureIn } from './signature.ts';

/** The maximum size of a request in bytes. Slack's largest is a shortcut on a long message: 40,000 characters (https://api.slack.com/changelog/2018-04-truncating-really-long-messages), as text and again as blocks, each Japanese one 8 bytes (`%5Cu3042`), so 640 kB. */
const largest = 1024 * 1024;

const object = z.record(z.string(), z.unknown());
const kind = z.string().catch('unknown');

/** A Bolt receiver for HTTP requests. Unlike Bolt's own, it acknowledges only after the listeners, so that nothing is acknowledged that was not stored, and it runs on whichever server calls it. */
export interface HttpReceiver extends Receiver {
  readonly handle: HttpRoute['handle'];
}

/** Creates a receiver of signed requests. It answers 401 for a wrong or stale signature, 400 for a malformed payload, 408, 413 or 503 for a body that was not read, and 500 for a delivery that could not be stored. */
export function httpReceiver(signingSecret: string, log: Log): HttpReceiver {
  let deliver: Deliver | undefined;
  return {
    init: (app) => {
      deliver = deliverTo(app, log);
    },
    start: async () => {},
    stop: async () => {},
    handle: async (request, response, body) => {
      const end = (status: number, answer: unknown = '') =>
        typeof answer === 'string'
          ? sendResponse(response, status, answer)
          : sendResponse(response, status, JSON.stringify(answer), { 'content-type': 'application/json' });
      const read = await verified(request, body, signingSecret);
      if ('refused' in read) {
        log.warn({ status: read.refused }, 'A request to Slack’s endpoint was refused');
        return end(read.refused);
      }
      const { payload } = read;
      if (payload['ssl_check'] !== undefined) return end(200);
      if (payload['type'] === 'url_verification') return end(200, { challenge: payload['challenge'] });
      const retry = Number(request.headers['x-slack-retry-num'] ?? 0);
      const answer = await deliver?.(payload, retry);
      return answer === undefined ? end(500) : end(200, answer);
    },
  };
}

/** The function that passes one payload to Bolt. It resolves to the answer, or to undefined if the payload was not stored, which is logged. */
export type Deliver = (body: Readonly<Record<string, unknown>>, retry: number) => Promise<unknown>;

/** Returns a function that passes payloads to Bolt and waits for the listeners, since Bolt acknowledges an event before they ran. A payload that no listener handles, or that Bolt cannot process, is acknowledged too, or Slack would retry an event, and show an error for everything else. */
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

/** Slack's reaction when a delivery is not acknowledged: to an event; to a click, a form, a shortcut or a command. */
const repeated = 'Slack will repeat it';
const shown = 'Slack shows the person an error and does not repeat it';

type Verified =
  | { readonly payload: Readonly<Record<string, unknown>> }
  | { readonly refused: 400 | 401 | 408 | 413 | 503 };

async function verified({ headers }: IncomingMessage, read: ReadBody, secret: string): Promise<Verified> {
  const signature = signatureIn(headers);
  if (signature === undefined) return { refused: 401 };
  const body = await read(largest);
  if ('refused' in body) return body;
  if (!isSigned(secret, signature, body.text)) return { refused: 401 };
  try {
    return { payload: object.parse(payloadIn(body.text, headers['content-type'])) };
  } catch {
    return { refused: 400 };
  }
}

/** Returns the payload of a body: events are JSON, everything else is a form, in which interactions carry JSON in a field. Throws a SyntaxError if the JSON is malformed. */
function payloadIn(body: string, type: string | undefined): unknown {
  if (type?.startsWith('application/x-www-form-urlencoded') !== true) return JSON.parse(body);
  const fields = Object.fromEntries(new URLSearchParams(body));
  return fields['payload'] === undefined ? fields : JSON.parse(fields['payload']);
}
