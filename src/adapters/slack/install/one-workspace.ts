import { clients } from '../send/client.ts';
import type { Installation, Workspaces } from './workspaces.ts';

/** The workspace of a single bot token, or the organisation. */
export interface OneWorkspace extends Workspaces {
  /** Asks Slack anew which workspace the token belongs to (auth.test), and caches the answer. Rejects with the error of Slack's client. */
  ask(): Promise<void>;
}

/** Creates the workspace of a bot token. The bot's identity is requested from Slack when it is first needed, then cached; after a failure, a later use retries it. */
export function oneWorkspace(token: string, apiUrl: string): OneWorkspace {
  const client = clients(apiUrl);
  let known: Promise<Installation & { readonly team: string }> | undefined;
  const ask = async () => {
    const {
      team_id,
      enterprise_id,
      is_enterprise_install: wide,
      user_id: user,
      bot_id: id,
    } = await client(token).auth.test();
    const team = wide === true ? enterprise_id : team_id;
    if (team === undefined || user === undefined) throw new Error('Slack did not say whose token SLACK_BOT_TOKEN is');
    return { token, team, user, id: id ?? '' };
  };
  const know = () => {
    known ??= ask().catch((cause: unknown) => {
      // The failure is cached for a second, so that Slack is not asked for every event.
      setTimeout(() => {
        known = undefined;
      }, 1_000).unref();
      throw new Error('Slack cannot be asked who the bot is (auth.test)', { cause });
    });
    return known;
  };
  return {
    bot: async (team) => {
      const bot = await know();
      return bot.team === team ? bot : undefined;
    },
    client: (bot) => client(bot.token),
    leave: async () => {
      known = undefined;
    },
    only: async () => (await know()).team,
    ask: async () => {
      known = Promise.resolve(await ask());
    },
  };
}
