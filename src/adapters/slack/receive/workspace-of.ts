import type { SlackContext } from '../context.ts';
import { deskTeam } from '../desk/channel.ts';
import { isDeskButton } from '../desk/ticket.ts';
import { blockPlace } from './clicked.ts';
import { type ClickPayload, clickPayload, eventEnvelope } from './payloads.ts';

/**
 * Returns the workspace whose installation a delivery is for. In a shared channel (Slack Connect, Enterprise Grid) the
 * person who wrote or clicked may belong to another workspace (`sender`): an event names the installation that it was
 * sent to, and a button is under a message of the bot, whose workspace its block names. The block is trusted only if
 * the bot of that workspace wrote the message. Rejects when the installations cannot be read now.
 */
export async function workspaceOf(
  slack: Pick<SlackContext, 'config' | 'workspaces'>,
  body: unknown,
  sender: string,
): Promise<string> {
  const event = eventEnvelope.safeParse(body);
  if (event.success) {
    const { authorizations, context_team_id } = event.data;
    return authorizations?.find(({ team_id }) => team_id)?.team_id ?? context_team_id ?? sender;
  }
  const click = clickPayload.safeParse(body);
  const shown = click.data?.view?.app_installed_team_id;
  if (shown) return shown;
  const host = click.success ? await hostOf(slack, click.data) : undefined;
  if (host === undefined || host === sender) return sender;
  const bot = await slack.workspaces.bot(host);
  return bot !== undefined && bot.user === click.data?.message?.user ? host : sender;
}

/** Returns the workspace that a button names as its own, or undefined if it names none. */
async function hostOf(
  { config: { desks }, workspaces }: Pick<SlackContext, 'config' | 'workspaces'>,
  click: ClickPayload,
): Promise<string | undefined> {
  if (!isDeskButton(click.actions[0]?.action_id ?? '')) return blockPlace(click)?.team;
  const desk = desks.find(({ channel }) => channel === click.container.channel_id);
  return desk && deskTeam(workspaces, desk);
}
