import type { Ticket } from '../../../bot/ports.ts';
import { wordsIn } from '../../../bot/words.ts';
import { userOf } from '../address.ts';
import { escaped } from '../text.ts';
import { clientFor, type Workspaces } from '../workspaces.ts';

/** Who asked, as mrkdwn for the workspace of the desk: a mention there; of another workspace the name, as far as Slack says it; of another channel only which. */
export async function askerOf(workspaces: Workspaces, { person }: Ticket, team: string): Promise<string> {
  const words = wordsIn('ja');
  const asker = userOf(person);
  if (asker === undefined) return words.text('slack:desk.asker.teams');
  if (asker.team === team) return `<@${asker.user}>`;
  return words.text('slack:desk.asker.elsewhere', { name: escaped(await nameOf(workspaces, asker)) });
}

async function nameOf(workspaces: Workspaces, { team, user }: NonNullable<ReturnType<typeof userOf>>): Promise<string> {
  try {
    const slack = await clientFor(workspaces, team);
    const { user: profile } = await slack.users.info({ user });
    return profile?.profile?.real_name || profile?.real_name || profile?.name || user;
  } catch {
    return user;
  }
}
