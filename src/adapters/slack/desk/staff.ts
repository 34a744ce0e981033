import type { webApi } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import { withTimeout } from '../../../bot/lib/async.ts';
import type { SlackContext } from '../context.ts';
import { describe } from '../describe.ts';
import type { SlackDesk } from '../desks.ts';
import type { ClickPayload } from '../receive/payloads.ts';

/** Milliseconds to wait for the members of a user group: the click of staff has to be acknowledged soon. */
const patience = 1_000;

/** Resolves to true if a person may answer at a desk: anybody in its channel, unless it names its staff. Where Slack does not tell who is in a user group, nobody counts as being in it, and that is logged; never rejects. */
export async function isStaff(slack: SlackContext, team: string, desk: SlackDesk, user: string): Promise<boolean> {
  if (desk.staff.length === 0 || desk.staff.includes(user)) return true;
  const asked = desk.staff
    .filter((id) => id.startsWith('S'))
    .map((group) =>
      withTimeout(patience, slack.groups.has(team, group, user)).catch((error: unknown) => {
        const todo = 'it needs usergroups:read; update the app from its manifest (npm run -s slack:manifest)';
        slack.log.error({ desk: desk.id, group, error: describe(error) }, `Slack does not say who is staff: ${todo}`);
        return false;
      }),
    );
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
