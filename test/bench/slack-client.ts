// Delivers events to a bot of the bench at 100 a second, in a process of its own.
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { deliver, type Signed } from './slack-event.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
process.on('message', async ({ url, signed }: { readonly url: string; readonly signed: readonly Signed[] }) => {
  const took: Promise<number>[] = [];
  const began = performance.now();
  for (const [n, one] of signed.entries()) {
    await sleep(Math.max(0, began + n * 10 - performance.now()));
    took.push(deliver(agent, url, one));
  }
  process.send?.((await Promise.all(took)).toSorted((a, b) => a - b));
});
process.on('disconnect', () => process.exit());
