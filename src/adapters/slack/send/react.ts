import type { webApi } from '@slack/bolt';
import { refusal } from './attempt.ts';

/** The emoji that says that a message was seen. */
const seen = 'eyes';

/** Adds the bot's reaction to a message, which may be there already. Rejects where Slack refuses it, with Slack's error code. https://docs.slack.dev/reference/methods/reactions.add */
export async function react(client: webApi.WebClient, channel: string, ts: string): Promise<void> {
  try {
    await client.reactions.add({ channel, timestamp: ts, name: seen });
  } catch (error) {
    const code = refusal(error);
    if (code !== 'already_reacted') throw Object.assign(new Error('No reaction', { cause: error }), { code });
  }
}
