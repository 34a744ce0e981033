import type { webApi } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import { isConversationId } from '../../../bot/keys.ts';
import { alone, type MessageRef } from '../../../bot/ports.ts';
import { isStaffAct, stateOf } from '../../../bot/view/ticket.ts';
import { personOf } from '../address.ts';
import type { SlackContext } from '../context.ts';
import type { ClickPayload } from '../receive/payloads.ts';
import { deskAt } from './channel.ts';
import { nameOf } from './name.ts';
import { isStaff, tellPresser, turnAway } from './staff.ts';
import { actButton, seenIn } from './ticket.ts';

/** Takes what staff do with a case by a button of its ticket, in its desk's channel only. A click elsewhere is logged and ignored; whoever is no staff, or whom other staff overtook, is told so. Rejects when it cannot be stored. */
export async function act(
  slack: SlackContext,
  client: webApi.WebClient,
  team: string,
  payload: ClickPayload,
): Promise<void> {
  const { container, user, actions } = payload;
  const [action] = actions;
  const [done, conversation] = [action?.action_id.slice(actButton.length), action?.value];
  const desk = await deskAt(slack, team, container.channel_id);
  if (!isStaffAct(done) || !isConversationId(conversation) || desk === undefined) {
    slack.log.warn({ team, channel: container.channel_id }, 'A Slack button of a ticket that is none of the desk’s');
    return;
  }
  if (!(await isStaff(slack, team, desk, user.id))) return turnAway(slack, client, desk, payload);
  const received = await slack.passOn({
    id: `act:${container.message_ts}:${user.id}:${action?.action_ts}`,
    conversation,
    person: personOf(team, user.id),
    // The conversation stores the address of its own person.
    address: '',
    language: desk.language,
    languageChosen: false,
    opens: false,
    addressed: true,
    company: alone,
    on: (container.message_ts ?? null) as MessageRef | null,
    input: { type: 'staff', act: done, by: await nameOf(slack, team, user.id), seen: seenIn(action?.block_id ?? '') },
  });
  if (received !== 'overtaken') return;
  const present = await slack.conversations.present(conversation);
  const state = present === undefined ? '' : stateOf(present.handling, desk.language, desk.zone);
  tellPresser(slack, client, payload, `${wordsIn(desk.language).text('desk:acted.overtaken')}\n${state}`.trim());
}
