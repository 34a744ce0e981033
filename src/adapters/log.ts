import { pino } from 'pino';
import type { Log } from '../bot/ports.ts';
import type { CoreValues } from './config/core.ts';

/** Bytes of a log that wait where they cannot be written; more is dropped. */
const unwritten = 1024 * 1024;

/** Logs to standard error: JSON, or lines for people on a terminal. */
export async function openLog(level: CoreValues['LOG_LEVEL']): Promise<Log> {
  const base = { level, base: null, errorKey: 'error' };
  const plain = () => {
    const destination = pino.destination({ fd: 2, sync: true, maxLength: unwritten });
    // A log on a full disk must not end the program; what waits is written once there is room.
    destination.on('error', () => {});
    return pino({ ...base, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  };
  const pretty = async () => pino(base, (await import('pino-pretty')).PinoPretty({ destination: 2, sync: true }));
  const logger = process.stderr.isTTY === true ? await pretty() : plain();
  return logger;
}
