import type { webApi } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import type { Reader } from '../../../bot/runtime/index.ts';
import type { Language } from '../../../bot/types.ts';
import { addressOf, personOf } from '../address.ts';
import { homeOf, most } from '../render/home.ts';

/** Shows a person the home tab. */
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
  await client.views.publish({ user_id: user, view: homeOf(linked.flat(), language) });
}

/** The address of a message for people; undefined: Slack has none. */
export const linkTo = (client: webApi.WebClient, channel: string, ts: string): Promise<string | undefined> =>
  client.chat.getPermalink({ channel, message_ts: ts }).then(
    ({ permalink }) => permalink,
    () => undefined,
  );

const prompts = ['start', 'code', 'work', 'human'] as const;

/** Suggests what to say in a direct message that was just opened; best effort. */
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
