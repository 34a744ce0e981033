import { type Logger, LogLevel } from '@slack/bolt';

const nothing = () => {};

/** A logger that discards everything, since the SDK's lines can contain tokens and words that people wrote (redaction). The adapter itself logs what matters. */
export const quiet: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};
