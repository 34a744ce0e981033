import { webApi } from '@slack/bolt';
import { nameAndCode } from '../../bot/lib/describe-error.ts';

/** What went wrong, for a log: a code of Slack's, or the name and code of the error; never a token or what a person wrote. */
export function describe(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  if (error instanceof webApi.WebAPIHTTPError) return `HTTP ${error.statusCode}`;
  if (!(error instanceof Error)) return 'unknown';
  return error.cause === undefined ? nameAndCode(error) : `${nameAndCode(error)} (${describe(error.cause)})`;
}
