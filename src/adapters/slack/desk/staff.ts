import type { webApi } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import { withTimeout } from '../../../bot/lib/async.ts';
import { addressOf, userOf } from '../address.ts';
import type { SlackContext } from '../context.ts';
import { describe } from '../describe.ts';
import type { SlackDesk } from '../desks.ts';
import { type Heard, isDirect } from '../receive/heard.ts';
import type { ClickPayload, MessageEvent } from '../receive/payloads.ts';
import { deskTeam } from './channel.ts';
import { nameOf } from './name.ts';

/** Milliseconds to wait for the members of a user group or of a channel: what people do has to be acknowledged soon. */
const patience = 1_000;

/** Resolves to true if a person in the channel of a desk may answer there: anybody, unless it names its staff. Where Slack does not tell who is in a user group, nobody counts as being in it, and that is logged; never rejects. */
export async function isStaff(slack: SlackContext, team: string, desk: SlackDesk, user: string): Promise<boolean> {
  if (desk.staff.length === 0 || desk.staff.includes(user)) return true;
  const asked = desk.staff
    .filter((id) => /^(?:S|T[A-Z0-9]+\/)/.test(id))
    .map((group) =>
      told(
        slack,
        { desk: desk.id, group },
        'usergroups:read, and in an organisation the workspace of the group (T0123ABCD/S0123ABCD)',
        slack.groups.has(team, group, user),
      ),
    );
  return (await Promise.all(asked)).includes(true);
}

/** Resolves as Slack's answer does; to false where Slack does not give it in time, which is logged with the scope that it needs. Never rejects. */
const told = (slack: SlackContext, about: object, scope: string, answer: Promise<boolean>): Promise<boolean> =>
  withTimeout(patience, answer).catch((error: unknown) => {
    const todo = `it needs ${scope}; update the app from its manifest (npm run -s slack:manifest)`;
    slack.log.error({ ...about, error: describe(error) }, `Slack does not say who is staff: ${todo}`);
    return false;
  });

/** Resolves to the name of the author of a message (empty if Slack does not tell it in time) where they are staff of a desk that has the case in whose thread they write; to null for anybody else, and as `byStaff` does. */
export async function staffName(slack: SlackContext, event: MessageEvent, said: Heard): Promise<string | null> {
  const author = userOf(said.person);
  if (author === undefined || !(await byStaff(slack, event, said, author))) return null;
  return nameOf(slack, author.team, author.user);
}

/**
 * Resolves to true if the author of a message is staff of a desk that has the case in whose thread they write: one of
 * those whom the desk names, or else a member of its channel. Slack is asked only in the thread of a case that a desk
 * has, and not about the person whose case it is, or their helper. Where it does not tell in time, they count as no
 * staff. Rejects when the database does, or while it is not known in which workspace the desk is.
 */
async function byStaff(
  slack: SlackContext,
  event: MessageEvent,
  said: Heard,
  author: { readonly team: string; readonly user: string },
): Promise<boolean> {
  const { ts, thread_ts } = event;
  const host = addressOf(said.conversation)?.team;
  if (slack.config.desks.length === 0 || thread_ts == null || thread_ts === ts || isDirect(event)) return false;
  const behind = await slack.conversations.desksBehind(said);
  const asked = slack.config.desks
    .filter(({ id }) => behind.includes(id))
    .map(async (desk) => {
      const team = await deskTeam(slack.workspaces, desk);
      // The ids of people count in their own workspace, and in one whose channel they share.
      if (team !== author.team && team !== host) return false;
      if (desk.staff.length > 0) return isStaff(slack, team, desk, author.user);
      const { id, channel } = desk;
      const member = slack.members.has(team, channel, author.user);
      return told(slack, { desk: id, channel }, 'channels:read, or groups:read in a private channel', member);
    });
  return (await Promise.all(asked)).includes(true);
}

/** Tells somebody who is no staff, and them alone, that what they pressed is for the staff of the desk. */
export const turnAway = (
  slack: SlackContext,
  client: webApi.WebClient,
  { language }: SlackDesk,
  payload: ClickPayload,
): void => tellPresser(slack, client, payload, wordsIn(language).text('desk:acted.not-staff'));

/** Tells whoever pressed a button of a ticket, and them alone, why that did nothing. */
export function tellPresser(
  slack: SlackContext,
  client: webApi.WebClient,
  { container, user }: ClickPayload,
  text: string,
): void {
  const { channel_id: channel = '', thread_ts: thread } = container;
  const at = thread == null ? { channel } : { channel, thread_ts: thread };
  slack.aside('Why a button of a ticket did nothing', client.chat.postEphemeral({ ...at, user: user.id, text }));
}
