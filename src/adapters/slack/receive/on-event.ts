import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { SlackContext } from '../context.ts';
import { staffName } from '../desk/staff.ts';
import { talkTaker } from '../desk/talk.ts';
import { showHome, suggest } from '../people/person.ts';
import { beginsForAuthor } from './for-author.ts';
import { edited, heard, isDirect, isSupport } from './heard.ts';
import { takeInOrder } from './in-order.ts';
import { installationOf } from './installation-of.ts';
import { takeStep } from './on-step.ts';
import { changedEvent, goneEvent, homeEvent, messageEvent, stepEvent, timeOf } from './payloads.ts';

type Arguments = Pick<SlackEventMiddlewareArgs & AllMiddlewareArgs, 'event' | 'body' | 'client' | 'context'> & {
  /** Given for a workflow step only, the one event that Bolt does not acknowledge by itself. */
  readonly ack?: (() => Promise<void>) | undefined;
};

/** Returns the listener for events: messages, mentions and edited messages, steps of workflows, the home tab, the removal of the bot. Rejects when an event cannot be stored, so that Slack retries it. */
export const onEvent = (slack: SlackContext) => {
  const takeTalk = talkTaker(slack);
  return async ({ event, body, client, context, ack }: Arguments): Promise<void> => {
    const team = context.teamId ?? '';
    const changed = changedEvent.safeParse(event);
    if (changed.success) {
      const said = edited(changed.data, team, context.botUserId ?? '', slack.config.support);
      if (said !== undefined) await slack.take(said);
      return;
    }
    const message = messageEvent.safeParse(event);
    if (message.success) {
      if (await takeTalk(client, team, message.data)) return;
      const { support } = slack.config;
      const told = heard(message.data, team, context.botUserId ?? '', support);
      if (told === undefined) return;
      const said = { ...told, company: { ...told.company, staff: await staffName(slack, message.data, told) } };
      const installed = { team, bot: context.botUserId ?? '' };
      if (await beginsForAuthor(slack, client, message.data, said, installed)) return;
      const { ts, thread_ts, channel } = message.data;
      const everything = isDirect(message.data) || isSupport(support, team, channel);
      await takeInOrder(slack, said, { ts, thread: thread_ts ?? ts, retry: context.retryNum ?? 0, everything });
      return;
    }
    const step = stepEvent.safeParse(event);
    if (step.success) {
      await takeStep(slack, client, step.data, { team, bot: context.botUserId ?? '' });
      return ack?.();
    }
    const home = homeEvent.safeParse(event);
    if (home.success) {
      const { user, channel, tab } = home.data;
      if (tab === 'about') return;
      const greet = async () => {
        const language = await slack.languages.of(team, user);
        if (tab === 'home') await showHome(client, slack.conversations, team, user, language);
        else if (channel !== undefined) await suggest(client, channel, language);
      };
      slack.aside('The home tab or the suggested prompts', greet());
      return;
    }
    const gone = goneEvent.safeParse(event);
    if (gone.success) {
      if (gone.data.type === 'tokens_revoked' && gone.data.tokens.bot.length === 0) return;
      // Bolt authorizes no such event, so that the team is not yet the one that installed the bot.
      const left = await installationOf(slack, body, team);
      await slack.workspaces.leave(left, timeOf.parse(body.event_time));
      slack.log.info({ team: left }, 'The bot was removed from a Slack workspace');
      return;
    }
    slack.log.warn({ type: event.type }, 'A Slack event of a kind that is not known');
  };
};
