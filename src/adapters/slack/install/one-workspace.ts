import { clients } from '../send/client.ts';
import type { Installation, Workspaces } from './workspaces.ts';

/** The one workspace that a bot token is for. */
export interface OneWorkspace extends Workspaces {
  /** Asks Slack anew whose token it is, and remembers it. Rejects with the error of Slack's client. */
  ask(): Promise<void>;
}

/** Knows who the bot is once Slack was asked. Whoever needs it earlier asks, and again until Slack answers. */
export function oneWorkspace(token: string, apiUrl: string): OneWorkspace {
  const client = clients(apiUrl);
  let known: Promise<Installation & { readonly team: string }> | undefined;
  const ask = async () => {
    const { team_id: team, user_id: user, bot_id: id } = await client(token).auth.test();
    if (team === undefined || user === undefined) throw new Error('Slack did not say whose token SLACK_BOT_TOKEN is');
    return { token, team, user, id: id ?? '' };
  };
  const know = () => {
    known ??= ask().catch((cause: unknown) => {
      // Whoever asks within the next second gets the same answer, so that Slack is not asked for every event.
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
