import type { SlackContext } from '../context.ts';
import { deskTeam } from '../desk/channel.ts';
import { isDeskButton } from '../desk/ticket.ts';
import { NotInstalled, type Workspaces } from '../install/workspaces.ts';
import { blockPlace } from './clicked.ts';
import { addressed, type ClickPayload, clickPayload } from './payloads.ts';

/**
 * Returns the installation that a delivery is for: a workspace, or an organisation that installed the bot for all of
 * its workspaces. In a shared channel (Slack Connect, Enterprise Grid) the person who wrote or clicked may belong to
 * another workspace (`sender`): an event names the installation that it was sent to, and a button is under a message of
 * the bot, whose installation its block names. The block is trusted only if the bot of that installation wrote the
 * message. Rejects when the installations cannot be read now.
 */
export async function installationOf(
  slack: Pick<SlackContext, 'config' | 'workspaces'>,
  body: unknown,
  sender: string,
): Promise<string> {
  const click = clickPayload.safeParse(body);
  const host = click.success ? await hostOf(slack, click.data) : undefined;
  if (host !== undefined && host !== sender) {
    const bot = await slack.workspaces.bot(host);
    if (bot !== undefined && bot.user === click.data?.message?.user) return host;
  }
  const named = namedIn(body, sender);
  for (const team of named) if (await isInstalled(slack.workspaces, team)) return team;
  return named[0] ?? sender;
}

/** Returns the installations that a delivery may be for, the likeliest first: the one that it names, else a workspace and its organisation. An authorisation of an organisation names no workspace: https://docs.slack.dev/enterprise/developing-for-enterprise-orgs */
function namedIn(body: unknown, sender: string): readonly string[] {
  const { authorizations, context_team_id, view, enterprise, enterprise_id, is_enterprise_install } =
    addressed.parse(body);
  const authorized = (authorizations ?? []).flatMap(
    (one) => (one.is_enterprise_install === true ? one.enterprise_id : one.team_id) ?? [],
  );
  if (authorized.length > 0) return authorized.slice(0, 1);
  const workspace = context_team_id ?? view?.app_installed_team_id ?? sender;
  const organization = enterprise?.id ?? enterprise_id ?? [];
  const wide = is_enterprise_install === true || is_enterprise_install === 'true';
  return (wide ? [organization, workspace] : [workspace, organization]).flat();
}

/** Resolves to true if the bot is installed in a team that may install it. */
const isInstalled = (workspaces: Workspaces, team: string): Promise<boolean> =>
  workspaces.bot(team).then(
    (bot) => bot !== undefined,
    (error: unknown) => {
      if (error instanceof NotInstalled) return false;
      throw error;
    },
  );

/** Returns the installation that a button names as its own, or undefined if it names none. */
async function hostOf(
  { config: { desks }, workspaces }: Pick<SlackContext, 'config' | 'workspaces'>,
  click: ClickPayload,
): Promise<string | undefined> {
  if (!isDeskButton(click.actions[0]?.action_id ?? '')) return blockPlace(click)?.team;
  const desk = desks.find(({ channel }) => channel === click.container.channel_id);
  return desk && deskTeam(workspaces, desk);
}
