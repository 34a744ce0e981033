import { type Logger, LogLevel } from '@slack/bolt';

const nothing = () => {};

/** A logger that says nothing: the SDK's lines can hold tokens and what people wrote; what matters is logged by us. */
export const quiet: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};
