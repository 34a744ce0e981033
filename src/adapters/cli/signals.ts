import type { Log } from '../../bot/ports.ts';
import { flushStderr } from '../stderr.ts';

/** Milliseconds in which a repeated signal is ignored (debounce): in a terminal Ctrl-C reaches both npm and this process, and npm forwards its own. */
const echo = 500;

/** Stops a server gracefully on SIGTERM or SIGINT and exits with code 0; a second signal exits at once, with code 1. */
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

/** Keeps a server running (ignores SIGHUP) when the terminal that it was started from is closed. */
export function outliveTerminal(log: Log): void {
  process.on('SIGHUP', (signal) => log.info({ signal }, 'Going on; to stop, send SIGTERM'));
}
