import { serve } from '../../src/adapters/http/server.ts';
import { httpReceiver } from '../../src/adapters/slack/receiver.ts';
import { silent } from '../teams/chat.ts';
import { signingSecret } from './deliver.ts';

/** Slack's endpoint in a process of its own, that tells on request how many bytes of buffers it holds. */
const { handle } = httpReceiver(signingSecret, silent);
const { port } = await serve([{ method: 'POST', path: '/slack/events', handle }], 0, '127.0.0.1', silent);
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage().arrayBuffers);
});
process.send?.(port);
