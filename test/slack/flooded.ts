import { limitsByDefault, serve } from '../../src/adapters/http/server.ts';
import { httpReceiver } from '../../src/adapters/slack/receive/receiver.ts';
import { signingSecret } from './deliver.ts';

/** Slack's endpoint in a process of its own, that tells on request how many bytes of buffers it holds. */
const log = { info: () => {}, warn: () => {}, error: () => {} };
const { handle } = httpReceiver(signingSecret, log);
// A flood from a slow machine is still one.
const limits = { ...limitsByDefault, patience: 60_000 };
const { port } = await serve([{ method: 'POST', path: '/slack/events', handle }], 0, '127.0.0.1', log, limits);
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage().arrayBuffers);
});
process.send?.(port);
