import { setTimeout as sleep } from 'node:timers/promises';
import { type App, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { withTimeout } from '../../../bot/lib/async.ts';
import type { Log } from '../../../bot/ports.ts';
import { describe } from '../describe.ts';
import { quiet } from '../quiet.ts';
import { clientOptions } from '../send/client.ts';
import { takeEnvelopes } from './envelopes.ts';
import { deliverTo } from './receiver.ts';

/** Bolt's door for what comes by a connection that the bot opens itself. */
export interface SocketReceiver extends Receiver {
  /** Tells why the connection does not stand now; undefined: it stands. */
  trouble(): string | undefined;
}

/** Times in milliseconds. */
const patience = {
  /** The pause before the second attempt to connect; doubled up to `longest`. */
  first: 500,
  longest: 30_000,
  /** A connection that was opened is greeted by Slack after this at the latest. */
  greeting: 10_000,
  /** The start waits so long for the first attempt, which goes on. */
  start: 3_000,
};

/** Bolt's Socket Mode, acknowledging only what was kept. Connecting is tried for ever, since Bolt's own reconnecting ends the process when Slack is away (5.1.0). */
export function socketReceiver(
  appToken: string,
  apiUrl: string,
  log: Log,
  { first, longest, greeting, start } = patience,
): SocketReceiver {
  const { client } = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: quiet,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: clientOptions(apiUrl) },
  });
  const end = new AbortController();
  let stands = false;
  let last = 'not yet tried';
  let late: NodeJS.Timeout | undefined;
  client.on('connecting', () => {
    // Twice: the second time it does not wait for the other side to close, too.
    late = setTimeout(() => void Promise.all([client.disconnect(), client.disconnect()]), greeting);
  });
  for (const [event, is] of [['connected', true] as const, ['disconnected', false] as const])
    client.on(event, () => {
      clearTimeout(late);
      stands = is;
    });

  /** Connects again and again; `tried` is called after every attempt. */
  async function connect(tried: () => void): Promise<void> {
    for (let pause = first; !end.signal.aborted; ) {
      try {
        await client.start();
        log.info({}, 'Connected to Slack (Socket Mode)');
        pause = first;
        last = 'it broke';
        tried();
        if (stands) await new Promise((gone) => client.once('disconnected', gone));
      } catch (error) {
        tried();
        if (end.signal.aborted) return;
        // The SDK says nothing where the connection was closed before Slack greeted.
        last = error === undefined ? 'no greeting' : describe(error);
        log.warn({ error: last }, 'No connection to Slack (Socket Mode); trying again');
        await sleep(pause, undefined, { signal: end.signal }).catch(() => {});
        pause = Math.min(longest, pause * 2);
      }
    }
  }
  return {
    init: (app: App) => takeEnvelopes(client, deliverTo(app, log), log),
    trouble: () => (stands ? undefined : `no connection by Socket Mode (${last})`),
    start: () => withTimeout(start, new Promise<void>((tried) => void connect(tried))).catch(() => {}),
    stop: async () => {
      end.abort();
      void client.disconnect();
    },
  };
}
