import { withTimeout } from '../../../bot/lib/async.ts';
import type { Adapter } from '../../../bot/ports.ts';
import { addressOf, isOrganization, userOf } from '../address.ts';
import { clientFor, type Workspaces } from '../install/workspaces.ts';
import { isRefused, refusal } from '../send/attempt.ts';

/** A person as their profile names them; what Slack does not tell is empty. */
export interface Profile {
  readonly name: string;
  readonly mail: string;
  /** The id of their workspace. */
  readonly team: string;
}

const unknown: Profile = { name: '', mail: '', team: '' };

/** Returns the profile of a person from their own workspace or, if the bot is not installed there, from the workspace where they are guests (`host`). Rejects while Slack is unavailable. */
export async function profileOf(
  workspaces: Workspaces,
  { team, user }: { readonly team: string; readonly user: string },
  host: string,
): Promise<Profile> {
  try {
    const own = await workspaces.bot(team);
    const slack = own === undefined ? await clientFor(workspaces, host) : workspaces.client(own);
    const { profile, real_name, name, team_id = '' } = (await slack.users.info({ user })).user ?? {};
    return {
      name: profile?.display_name || profile?.real_name || real_name || name || '',
      mail: profile?.email ?? '',
      team: team_id,
    };
  } catch (error) {
    if (refusal(error) === undefined && !isRefused(error)) throw error;
    return unknown;
  }
}

/** Milliseconds to wait for the name of a person or the link to a thread, without which a ticket is opened all the same. */
const patience = 2_000;

/** Returns the function that says how people of Slack are reached, as far as Slack tells it soon: https://docs.slack.dev/interactivity/deep-linking */
export const contactsIn =
  (workspaces: Workspaces): Adapter['contactOf'] =>
  async ({ conversation }, person) => {
    const address = addressOf(conversation);
    const asker = userOf(person);
    if (address === undefined || asker === undefined) return { name: '', mail: '', chat: '', thread: '' };
    const [{ name, mail, team }, thread] = await Promise.all([
      withTimeout(patience, profileOf(workspaces, asker, address.team)).catch(() => unknown),
      withTimeout(patience, permalink(workspaces, address)).catch(() => ''),
    ]);
    // Slack's own page leads to a workspace, never to an organisation.
    const home = isOrganization(asker.team) ? team : asker.team;
    const where = home === '' ? '' : `team=${home}&`;
    return { name, mail, chat: `https://slack.com/app_redirect?${where}channel=${asker.user}`, thread };
  };

/** Returns the permalink of a conversation; empty if Slack refuses it. Rejects while Slack is unavailable. */
async function permalink(
  workspaces: Workspaces,
  { team, channel, thread }: NonNullable<ReturnType<typeof addressOf>>,
): Promise<string> {
  const slack = await clientFor(workspaces, team);
  try {
    return (await slack.chat.getPermalink({ channel, message_ts: thread })).permalink ?? '';
  } catch (error) {
    if (refusal(error) === undefined) throw error;
    return '';
  }
}
