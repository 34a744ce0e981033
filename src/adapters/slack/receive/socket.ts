import { setTimeout as sleep } from 'node:timers/promises';
import { type App, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { withTimeout } from '../../../bot/lib/async.ts';
import type { Log } from '../../../bot/ports.ts';
import { describe } from '../describe.ts';
import { quiet } from '../quiet.ts';
import { clientOptions } from '../send/client.ts';
import { takeEnvelopes } from './envelopes.ts';
import { deliverTo } from './receiver.ts';

/** A Bolt receiver for Socket Mode, over a connection that the bot opens itself. */
export interface SocketReceiver extends Receiver {
  /** Returns the reason why the connection is down now, or undefined while it is up. */
  trouble(): string | undefined;
}

/** The timeouts and retry intervals, in milliseconds. */
const patience = {
  /** The pause before the first retry to connect; it doubles up to `longest` (exponential backoff). */
  first: 500,
  longest: 30_000,
  /** The timeout for Slack's greeting on a new connection. */
  greeting: 10_000,
  /** The timeout of the start for the first attempt, which continues after it. */
  start: 3_000,
};

/** Creates a receiver for Socket Mode that acknowledges only stored deliveries. It retries the connection without end, since Bolt's own reconnecting ends the process when Slack is unavailable (5.1.0). */
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
    // Twice: the second call does not also wait for the other side to close.
    late = setTimeout(() => void Promise.all([client.disconnect(), client.disconnect()]), greeting);
  });
  for (const [event, is] of [['connected', true] as const, ['disconnected', false] as const])
    client.on(event, () => {
      clearTimeout(late);
      stands = is;
    });

  /** Connects again and again; calls `tried` after every attempt. */
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
        // The SDK gives no error if the connection was closed before Slack's greeting.
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
