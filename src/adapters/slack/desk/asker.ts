import { wordsIn } from '../../../bot/i18n.ts';
import type { Ticket } from '../../../bot/ports.ts';
import { addressOf, userOf } from '../address.ts';
import { clientFor, type Workspaces } from '../install/workspaces.ts';
import { escaped } from '../render/text.ts';

/** Who asked, as mrkdwn for the workspace of the desk: a mention there; of another workspace the name, as far as Slack says it; of another channel only which. */
export async function askerOf(workspaces: Workspaces, { person, from }: Ticket, team: string): Promise<string> {
  const words = wordsIn('ja');
  const asker = userOf(person);
  if (asker === undefined) return words.text('slack:desk.asker.teams');
  if (asker.team === team) return `<@${asker.user}>`;
  return words.text('slack:desk.asker.elsewhere', {
    name: escaped(await nameOf(workspaces, asker, addressOf(from.conversation)?.team)),
  });
}

/** The name of a person in their own workspace or, where the bot is not installed there, as the workspace sees it where they are guests. */
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
