import { pino } from 'pino';
import type { Log } from '../bot/ports.ts';
import type { CoreValues } from './config/core.ts';
import { boundedLines, freeStderr } from './stderr.ts';

/** Logs to standard error: JSON, or lines for people on a terminal. It never waits for whoever reads there: what is not read in time is dropped, and counted in a line of its own. */
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
