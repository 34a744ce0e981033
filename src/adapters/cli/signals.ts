import type { Log } from '../../bot/ports.ts';
import { flushStderr } from '../stderr.ts';

/** Milliseconds after a signal in which another means the same: in a terminal Ctrl-C reaches both npm and this process, and npm hands its own on. */
const echo = 500;

/** Stops a server on SIGTERM or SIGINT and ends the process with code 0; a second one ends it at once, with code 1. */
export function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let since: number | undefined;
  const end = (signal: NodeJS.Signals) => {
    if (since === undefined) {
      since = performance.now();
      log.info({ signal }, 'Stopping; a second signal ends it at once');
      void stop()
        .catch(() => log.error({}, 'stopped before everything had ended'))
        .then(flushStderr)
        .finally(() => process.exit(0));
    } else if (performance.now() - since > echo) {
      log.warn({ signal }, 'Ended at once');
      process.exit(1);
    }
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** Has a server go on when the terminal that it was started from is closed. */
export function outliveTerminal(log: Log): void {
  process.on('SIGHUP', (signal) => log.info({ signal }, 'Going on; to stop, send SIGTERM'));
}
