import type { RateLimit } from '../../../bot/lib/rates.ts';
import type { SlackConfig } from '../config.ts';

/** The maximum number of posts at once in a channel; Slack allows short bursts: https://docs.slack.dev/apis/web-api/rate-limits */
const burst = 5;

/** Returns a rate limit per minute, with a burst of a fifth of it. */
const byTheMinute = (name: string, perMinute: number): RateLimit => ({
  name,
  perSecond: perMinute / 60,
  burst: Math.max(1, Math.floor(perMinute / 5)),
});

/** Returns the rate limits of Slack's methods, by workspace and, for posts, by channel. */
export const limitsOf = ({ postsPerSecond, editsPerMinute, readsPerMinute }: SlackConfig['rates']) => ({
  post: (team: string, channel: string): RateLimit => ({
    name: `slack chat.postMessage ${team} ${channel}`,
    perSecond: postsPerSecond,
    burst,
  }),
  settle: (team: string) => byTheMinute(`slack chat.update ${team}`, editsPerMinute),
  find: (team: string, method: 'replies' | 'history') =>
    byTheMinute(`slack conversations.${method} ${team}`, readsPerMinute),
  /** Half of what Slack allows (tier 4), since a message has more than one file at times: https://docs.slack.dev/reference/methods/files.info */
  fetch: (team: string) => byTheMinute(`slack files.info ${team}`, 50),
});

/** The configured rate limits. */
export type Limits = ReturnType<typeof limitsOf>;
