import { type ChildProcess, fork } from 'node:child_process';
import type { Told } from './slack-report.ts';

/** A bot of the bench, in a process of its own. */
export interface Worker {
  readonly url: string;
  /** The CPU that it used so far, in milliseconds. */
  cpu(): Promise<number>;
  end(): void;
}

/** Starts a file beside this one with arguments. Rejects when it ends at once. */
export async function startWorker(file: string, given: readonly string[]): Promise<Worker> {
  const child: ChildProcess = fork(new URL(file, import.meta.url), given);
  child.setMaxListeners(0);
  const told = () =>
    new Promise<Told>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Told));
      child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    });
  const first = await told();
  return {
    url: 'url' in first ? first.url : '',
    cpu: async () => {
      const answer = told();
      child.send('cpu');
      const said = await answer;
      return 'cpu' in said ? said.cpu : 0;
    },
    end: () => child.disconnect(),
  };
}
