import type { RateLimit } from '../../../bot/lib/rates.ts';

/** Burst: maximum number of calls to a conversation at once. With two per second it stays within 8 in two seconds and about 60 in half a minute: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const burst = 4;

/** Returns the rate limit of one conversation of Teams for sending or updating. */
export const limitOf = (
  { postsPerSecond }: { readonly postsPerSecond: number },
  method: 'send' | 'update',
  conversation: string,
): RateLimit => ({ name: `teams ${method} ${conversation}`, perSecond: postsPerSecond, burst });
