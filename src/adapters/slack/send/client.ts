import { LogLevel, webApi } from '@slack/bolt';
import { quiet } from '../quiet.ts';

/** The timeout of one call in milliseconds; less than the timeout of a delivery attempt. */
const timeout = 8_000;

/** Returns the options of every Web API client: one attempt, without retry or waiting. The outbox retries, which survives a crash; the client's own retries would hold up the whole queue of a workspace. */
export const clientOptions = (apiUrl: string): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  timeout,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  logger: quiet,
  logLevel: LogLevel.ERROR,
});

/** Returns a function that gives the Web API client of a token, from a cache without limit. */
export function clients(apiUrl: string): (token: string) => webApi.WebClient {
  const made = new Map<string, webApi.WebClient>();
  return (token) => {
    const client = made.get(token) ?? new webApi.WebClient(token, clientOptions(apiUrl));
    made.set(token, client);
    return client;
  };
}
