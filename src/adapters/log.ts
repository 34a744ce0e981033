import { pino } from 'pino';
import type { Log } from '../bot/ports.ts';
import type { CoreValues } from './config/core.ts';
import { boundedLines, freeStderr } from './stderr.ts';

/** Returns a logger to standard error, in JSON, or in formatted lines on a terminal. It never blocks on a slow reader: under backpressure lines are dropped, and their number is logged in a line of its own. */
export async function openLog(level: CoreValues['LOG_LEVEL']): Promise<Log> {
  const base = { level, base: null, errorKey: 'error' };
  const write = boundedLines(freeStderr(), (dropped) =>
    logger.warn({ dropped }, 'lines of this log were dropped: nobody read them in time'),
  );
  const plain = () => pino({ ...base, timestamp: pino.stdTimeFunctions.isoTime }, { write });
  const pretty = async () => {
    const formatted = (await import('pino-pretty')).prettyFactory({});
    return pino(base, { write: (line) => write(formatted(line)) });
  };
  const logger = process.stderr.isTTY === true ? await pretty() : plain();
  return logger;
}
