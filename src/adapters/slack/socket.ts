import { setTimeout as sleep } from 'node:timers/promises';
import { type App, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../bot/ports.ts';
import { clientOptions } from './client.ts';
import { describe } from './describe.ts';
import { takeEnvelopes } from './envelopes.ts';
import { quiet } from './quiet.ts';
import { deliverTo } from './receiver.ts';

/** Milliseconds before the second attempt to connect; doubled up to `longest`. */
const first = 500;
const longest = 30_000;

/** Bolt's Socket Mode, acknowledging only what was kept; what was not, Slack delivers again. Connecting is tried for ever, since Bolt's own reconnecting ends the process when Slack is away (5.1.0). */
export function socketReceiver(appToken: string, apiUrl: string, log: Log): Receiver {
  const inner = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: quiet,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: clientOptions(apiUrl) },
  });
  const end = new AbortController();
  /** Connects again and again; `tried` is called after every attempt. */
  async function connect(tried: () => void): Promise<void> {
    for (let pause = first; !end.signal.aborted; ) {
      try {
        await inner.start();
        pause = first;
        tried();
        await new Promise((gone) => inner.client.once('disconnected', gone));
      } catch (error) {
        tried();
        if (end.signal.aborted) return;
        log.warn({ error: describe(error) }, 'No connection to Slack (Socket Mode); trying again');
        await sleep(pause, undefined, { signal: end.signal }).catch(() => {});
        pause = Math.min(longest, pause * 2);
      }
    }
  }
  return {
    init: (app: App) => takeEnvelopes(inner.client, deliverTo(app, log), log),
    start: () => new Promise<void>((tried) => void connect(tried)),
    stop: async () => {
      end.abort();
      await inner.stop();
    },
  };
}
