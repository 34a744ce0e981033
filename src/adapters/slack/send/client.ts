import { LogLevel, webApi } from '@slack/bolt';
import { quiet } from '../quiet.ts';

/** Milliseconds that one call may take; less than a turn's own limit for an attempt. */
const timeout = 8_000;

/** How every client of the Web API is set up: one attempt, no waiting. Who retries is the outbox, which survives a crash; the client's own retries would hold up the whole queue of a workspace. */
export const clientOptions = (apiUrl: string): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  timeout,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  logger: quiet,
  logLevel: LogLevel.ERROR,
});

/** Gives one client for each token. */
export function clients(apiUrl: string): (token: string) => webApi.WebClient {
  const made = new Map<string, webApi.WebClient>();
  return (token) => {
    const client = made.get(token) ?? new webApi.WebClient(token, clientOptions(apiUrl));
    made.set(token, client);
    return client;
  };
}
