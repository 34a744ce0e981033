import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PictureText } from '../../bot/pictures.ts';

/** A process that reads pictures, one at a time. */
export interface ReadingProcess {
  /** Resolves with what was read, or with undefined if the process ended before. */
  read(picture: Uint8Array): Promise<PictureText | undefined>;
  /** Ends the process at once, whatever it does, and resolves when it has ended. */
  end(): Promise<void>;
}

/** Pages of 64 KiB that the engines may use: 192 MB. */
const wasmPages = 3072;

/** The permissions of the process: read files, run the code of `sharp`; it can write no file and start no process (https://nodejs.org/docs/latest-v24.x/api/permissions.html). Its memory is kept small. */
const flags = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-addons',
  '--max-old-space-size=96',
  '--max-semi-space-size=2',
  `--wasm-max-mem-pages=${wasmPages}`,
];

/** Its environment holds nothing of the bot's. libvips keeps large pictures in files of its own unless it is told not to (VIPS_DISC_THRESHOLD: https://www.libvips.org/API/current/how-it-opens-files.html); Windows starts nothing without SystemRoot. */
const environment = { VIPS_DISC_THRESHOLD: '4g', SystemRoot: process.env['SystemRoot'] };

/** Starts a process of its own for reading: what happens to it by a hostile picture, and the memory that it takes, ends with it. What it says is not heard, since it might quote what was read. */
export function startReading(program = new URL('./worker.ts', import.meta.url)): ReadingProcess {
  const child = fork(fileURLToPath(program), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: flags,
    env: environment,
  });
  // A process that cannot be started, or to which nothing can be sent, says so by ending.
  child.on('error', () => child.kill('SIGKILL'));
  return {
    read: (picture) => answer(child, picture),
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function answer(child: ChildProcess, picture: Uint8Array): Promise<PictureText | undefined> {
  const { promise, resolve } = Promise.withResolvers<PictureText | undefined>();
  const done = () => resolve(undefined);
  child.once('message', resolve);
  child.once('exit', done);
  child.once('error', done);
  if (child.connected) child.send(picture, (error) => error !== null && done());
  else done();
  return promise.finally(() => {
    child.off('message', resolve);
    child.off('exit', done);
    child.off('error', done);
  });
}
