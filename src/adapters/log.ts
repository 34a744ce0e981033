import { pino } from 'pino';
import type { Log } from '../bot/ports.ts';
import type { CoreValues } from './config/core.ts';

/** Logs to standard error: JSON, or lines for people on a terminal. */
export async function openLog(level: CoreValues['LOG_LEVEL']): Promise<Log> {
  const base = { level, base: null, errorKey: 'error' };
  const plain = () =>
    pino({ ...base, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }));
  const pretty = async () => pino(base, (await import('pino-pretty')).PinoPretty({ destination: 2, sync: true }));
  const logger = process.stderr.isTTY === true ? await pretty() : plain();
  return logger;
}
