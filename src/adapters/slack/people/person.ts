import type { webApi } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import type { Reader } from '../../../bot/runtime/index.ts';
import type { Language } from '../../../bot/types.ts';
import { addressOf, personOf } from '../address.ts';
import { homeOf, most } from '../render/home.ts';

/** Publishes the home tab for a person. Rejects when the database is unavailable, or with the error of Slack's client. */
export async function showHome(
  client: webApi.WebClient,
  conversations: Reader,
  team: string,
  user: string,
  language: Language,
): Promise<void> {
  const open = await conversations.openConversations(personOf(team, user));
  const linked = await Promise.all(
    open.slice(0, most).map(async ({ conversation, outgoing }) => {
      const address = addressOf(conversation);
      if (address === undefined) return [];
      return [{ link: await linkTo(client, address.channel, address.thread), outgoing }];
    }),
  );
  await client.views.publish({ user_id: user, view: homeOf(linked.flat(), language, conversations.model) });
}

/** Returns the permalink of a message for people, or undefined if Slack gives none. */
export const linkTo = (client: webApi.WebClient, channel: string, ts: string): Promise<string | undefined> =>
  client.chat.getPermalink({ channel, message_ts: ts }).then(
    ({ permalink }) => permalink,
    () => undefined,
  );

const prompts = ['start', 'code', 'work', 'human'] as const;

/** Sets the suggested prompts in a direct message that was just opened. Best effort; rejects with the error of Slack's client. */
export async function suggest(client: webApi.WebClient, channel: string, language: Language): Promise<void> {
  const words = wordsIn(language);
  await client.apiCall('assistant.threads.setSuggestedPrompts', {
    channel_id: channel,
    title: words.text('slack:prompts.title'),
    prompts: prompts.map((id) => ({
      title: words.text(`slack:prompts.${id}.title`),
      message: words.text(`slack:prompts.${id}.message`),
    })),
  });
}
