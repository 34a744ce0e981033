import type { RateLimit } from '../../../bot/lib/rates.ts';
import type { SlackConfig } from '../config.ts';

/** Posts that a channel takes at once; Slack allows short bursts: https://docs.slack.dev/apis/web-api/rate-limits */
const burst = 5;

/** A limit that is counted by the minute: a fifth of it may come at once. */
const byTheMinute = (name: string, perMinute: number): RateLimit => ({
  name,
  perSecond: perMinute / 60,
  burst: Math.max(1, Math.floor(perMinute / 5)),
});

/** The rate limits of Slack's methods, by workspace and, for posts, by channel. */
export const limitsOf = ({ postsPerSecond, editsPerMinute, readsPerMinute }: SlackConfig['rates']) => ({
  post: (team: string, channel: string): RateLimit => ({
    name: `slack chat.postMessage ${team} ${channel}`,
    perSecond: postsPerSecond,
    burst,
  }),
  settle: (team: string) => byTheMinute(`slack chat.update ${team}`, editsPerMinute),
  find: (team: string, method: 'replies' | 'history') =>
    byTheMinute(`slack conversations.${method} ${team}`, readsPerMinute),
});

/** The rate limits as configured. */
export type Limits = ReturnType<typeof limitsOf>;
