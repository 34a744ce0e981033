import type { webApi } from '@slack/bolt';
import type { SlackContext } from '../context.ts';
import type { ClickPayload } from '../receive/payloads.ts';
import { openModal } from '../render/open-modal.ts';
import { answeredIn } from './answered.ts';
import { isDesk } from './channel.ts';
import { answerModal } from './modal.ts';

/** Opens the modal for the answer of staff to a case whose button was clicked, in the desk's channel only. A click elsewhere is logged and ignored. */
export async function askAnswer(
  slack: SlackContext,
  client: webApi.WebClient,
  team: string,
  payload: ClickPayload,
): Promise<void> {
  const { channel_id: channel, message_ts: ticket } = payload.container;
  const from = answeredIn({ conversation: payload.actions[0]?.value, channel, ticket });
  if (from === undefined || !(await isDesk(slack, team, channel))) {
    slack.log.warn({ team, channel }, 'A Slack button to answer a case that is none of the desk’s');
    return;
  }
  await openModal(slack, client, payload, { view: answerModal(from), thread: from.ticket, language: 'ja' });
}
