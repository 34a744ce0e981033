import { Agent } from 'undici';
import { exchange, type HttpAnswer } from '../../src/adapters/http/exchange.ts';
import { singleFlight } from '../../src/bot/lib/async.ts';
import { unlimited } from '../../src/bot/lib/rates.ts';
import type { Adapter, MessageRef, Sent } from '../../src/bot/ports.ts';

/** The calls of a worker process to the channel and the desk that its parent plays. */
export interface Calls {
  send(path: string, body: object): Promise<Sent>;
  find(path: string, key: string): Promise<MessageRef | undefined>;
}

/** Returns the calls to an address. Each is written by the latest time for it, as the adapter of Slack does: a process that is frozen on the way to its channel, after it looked at its lease, sends nothing that another may have sent meanwhile. `timeout`: that of an attempt, in milliseconds. */
export function callsTo(origin: string, timeout: number): Calls {
  const agent = new Agent();
  const call = (path: string, body: object): Promise<HttpAnswer> =>
    exchange(agent, { origin, path, method: 'POST', body: JSON.stringify(body) }, performance.now() + 0.9 * timeout);
  return {
    send: async (path, body) => {
      const { status, text: said } = await call(path, body);
      return status === 200
        ? { outcome: 'done', message: said as MessageRef }
        : { outcome: 'later', after: 50, reason: 'outage', why: String(status) };
    },
    find: async (path, key) => {
      const { status, text: said } = await call(path, { key });
      return status === 200 ? (said as MessageRef) : undefined;
    },
  };
}

/** Returns the adapter of a channel with this id, which the parent process plays. As in the real adapters, an attempt that outlasts its time is joined by the next. */
export function adapterOver(channel: string, { send, find }: Calls): Adapter {
  const once = singleFlight<Sent>();
  return {
    channel,
    searchable: true,
    limitOf: () => unlimited,
    start: async () => {},
    post: ({ conversation }, key, { view }) =>
      once(key, () => send('/post', { conversation, key, view: view.id, choices: view.choices.map(({ id }) => id) })),
    replace: async () => undefined,
    settle: (_to, message, { view }, answer) => send('/settle', { message, view: view.id, answer }),
    fetch: async () => ({ outcome: 'none', why: 'gone' }),
    attach: async () => ({ outcome: 'done', message: '' as MessageRef }),
    contactOf: async () => ({ name: '', mail: '', chat: '', thread: '' }),
    find: (_to, key) => find('/find-post', key),
    acknowledge: async () => {},
    stop: async () => {},
  };
}
