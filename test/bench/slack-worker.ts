import { type ChildProcess, fork } from 'node:child_process';
import type { Told, Usage } from './slack-report.ts';

/** A bot of the bench, in a process of its own. */
export interface Worker {
  readonly url: string;
  /** What it used so far. */
  usage(): Promise<Usage>;
  end(): void;
}

/** Starts a file beside this one with options of Node and arguments. Rejects when it ends at once. */
export async function startWorker(file: string, options: readonly string[], given: readonly string[]): Promise<Worker> {
  const child: ChildProcess = fork(new URL(file, import.meta.url), given, { execArgv: [...options] });
  child.setMaxListeners(0);
  const told = () =>
    new Promise<Told>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Told));
      child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    });
  const first = await told();
  return {
    url: 'url' in first ? first.url : '',
    usage: async () => {
      const answer = told();
      child.send('usage');
      const said = await answer;
      return 'cpu' in said ? said : { cpu: 0, megabytes: 0 };
    },
    end: () => child.disconnect(),
  };
}
