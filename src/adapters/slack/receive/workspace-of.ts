import type { SlackContext } from '../context.ts';
import { deskTeam } from '../desk/channel.ts';
import { answerButton } from '../desk/ticket.ts';
import { placeOf } from './clicked.ts';
import { type ClickPayload, clickPayload, eventEnvelope } from './payloads.ts';

/**
 * Finds out which workspace's installation a delivery is for. In a channel that is shared (Slack Connect, Enterprise
 * Grid) whoever wrote or pressed something may be at home elsewhere (`sender`): an event names the installation that it
 * was sent to, and a button stands under a message of the bot, whose workspace its block names. The block is believed
 * only where the message was written by the bot of that workspace.
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

/** Returns the workspace that a button says it belongs to; undefined: it says nothing. */
async function hostOf(
  { config: { desk }, workspaces }: Pick<SlackContext, 'config' | 'workspaces'>,
  click: ClickPayload,
): Promise<string | undefined> {
  const isTicket = click.actions[0]?.action_id === answerButton && desk?.channel === click.container.channel_id;
  return isTicket && desk !== undefined ? deskTeam(workspaces, desk) : placeOf(click)?.team;
}
