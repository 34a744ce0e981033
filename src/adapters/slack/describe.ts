import { webApi } from '@slack/bolt';
import { nameAndCode } from '../../bot/lib/describe-error.ts';

/** Describes an error for the log: by Slack's error code, the HTTP status, or the name and code of the error and its causes. The text never contains a token or words that a person wrote (redaction). */
export function describe(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  if (error instanceof webApi.WebAPIHTTPError) return `HTTP ${error.statusCode}`;
  if (!(error instanceof Error)) return 'unknown';
  return error.cause === undefined ? nameAndCode(error) : `${nameAndCode(error)} (${describe(error.cause)})`;
}
