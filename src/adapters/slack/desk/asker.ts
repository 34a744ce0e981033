import { wordsIn } from '../../../bot/i18n.ts';
import { channelOf } from '../../../bot/keys.ts';
import type { Ticket } from '../../../bot/ports.ts';
import { addressOf, userOf } from '../address.ts';
import { clientFor, type Workspaces } from '../install/workspaces.ts';
import { escaped } from '../render/text.ts';

/** Returns the person who asked, as mrkdwn for the desk's workspace: a mention there; from another workspace the name, as far as Slack gives it; from another channel only which one. */
export async function askerOf(workspaces: Workspaces, { person, from }: Ticket, team: string): Promise<string> {
  const words = wordsIn('ja');
  const asker = userOf(person);
  if (asker === undefined) {
    const channel = channelOf(from.conversation);
    // The text of the channel if there is one (`channel_<id>`), else the common one.
    return words.text('slack:desk.asker.channel', { context: channel, channel });
  }
  if (asker.team === team) return `<@${asker.user}>`;
  return words.text('slack:desk.asker.elsewhere', {
    name: escaped(await nameOf(workspaces, asker, addressOf(from.conversation)?.team)),
  });
}

/** Returns the name of a person from their own workspace or, if the bot is not installed there, from the workspace where they are guests; their id if Slack gives none. */
async function nameOf(
  workspaces: Workspaces,
  { team, user }: NonNullable<ReturnType<typeof userOf>>,
  host: string | undefined,
): Promise<string> {
  try {
    const own = await workspaces.bot(team);
    const slack = own === undefined ? await clientFor(workspaces, host ?? team) : workspaces.client(own);
    const { user: profile } = await slack.users.info({ user });
    return profile?.profile?.real_name || profile?.real_name || profile?.name || user;
  } catch {
    return user;
  }
}
