import { Agent } from 'undici';
import { exchange, type HttpAnswer } from '../../http/exchange.ts';

/** The timeouts in milliseconds of each part of a call: until there is a connection, until the answer begins, and between its parts. Together they are less than the timeout of a delivery attempt. */
export const callTimeouts = { connect: 2_000, headers: 5_000, body: 1_000 };

/** Returns the latest time, by `performance.now()`, at which a call of an attempt that begins now is written. It is within the timeout of the attempt, for which a lease has time left when it begins: a process that stood still meanwhile, and whose lease may be another's, sends nothing. */
export const latest = (): number => performance.now() + 9_000;

/** The arguments of a call: an object as JSON, which methods that write accept, or a form, which all accept (https://docs.slack.dev/apis/web-api/#methods_supporting_json). */
type Sending = object | URLSearchParams;

/** The function that calls a method of the Web API with a token. It rejects when the connection fails or breaks, and where it could begin only after `latest`. */
type Call = (token: string, method: string, sending: Sending, latest: number) => Promise<HttpAnswer>;

/** Returns a function that calls the Web API at this address. Every turn does so, and the SDK's client takes four times the CPU for the same call (`npm run bench:slack`). */
export function caller(apiUrl: string, { connect, headers, body } = callTimeouts): Call {
  const { origin, pathname } = new URL(apiUrl);
  const agent = new Agent({ connect: { timeout: connect }, headersTimeout: headers, bodyTimeout: body });
  return (token, method, sending, latest) => {
    const form = sending instanceof URLSearchParams;
    const request = {
      origin,
      path: `${pathname}${method}`,
      method: 'POST' as const,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': `application/${form ? 'x-www-form-urlencoded' : 'json; charset=utf-8'}`,
      },
      body: form ? sending.toString() : JSON.stringify(sending),
    };
    return exchange(agent, request, latest);
  };
}
