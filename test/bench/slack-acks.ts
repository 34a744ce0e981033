import { fork } from 'node:child_process';
import type { Signed } from './slack-event.ts';

/** A process that only delivers and takes the time: what else the bench does there would count as waiting. */
export interface Acks {
  /** Delivers at 100 events/s; the milliseconds to each acknowledgement, sorted. Rejects when the process ends. */
  time(url: string, signed: readonly Signed[]): Promise<readonly number[]>;
  end(): void;
}

/** Starts it. */
export function startAcks(): Acks {
  const child = fork(new URL('./slack-client.ts', import.meta.url));
  child.setMaxListeners(0);
  return {
    time: (url, signed) =>
      new Promise((resolve, reject) => {
        child.once('message', (message) => resolve(message as readonly number[]));
        child.once('exit', (code) => reject(new Error(`The client ended with ${code}`)));
        child.send({ url, signed });
      }),
    end: () => child.disconnect(),
  };
}
