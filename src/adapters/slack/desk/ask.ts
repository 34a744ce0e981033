import type { webApi } from '@slack/bolt';
import type { SlackContext } from '../context.ts';
import type { ClickPayload } from '../receive/payloads.ts';
import { limits } from '../render/blocks.ts';
import { openModal } from '../render/open-modal.ts';
import { cut } from '../render/text.ts';
import { correctButton, toldIn } from './answer-note.ts';
import { answeredIn } from './answered.ts';
import { deskAt } from './channel.ts';
import { answerModal } from './modal.ts';
import { isStaff, turnAway } from './staff.ts';

/** Opens the modal for the answer of staff to a case whose button was clicked, or with the answer that is corrected, in its desk's channel only. A click elsewhere is logged and ignored; whoever is no staff is told so. */
export async function askAnswer(
  slack: SlackContext,
  client: webApi.WebClient,
  team: string,
  payload: ClickPayload,
): Promise<void> {
  const { channel_id: channel, message_ts: message, thread_ts: thread } = payload.container;
  const [action] = payload.actions;
  const corrects = action?.action_id === correctButton;
  const from = answeredIn({ conversation: action?.value, channel, ticket: corrects ? thread : message, corrects });
  const desk = await deskAt(slack, team, channel);
  if (from === undefined || desk === undefined) {
    slack.log.warn({ team, channel }, 'A Slack button to answer a case that is none of the desk’s');
    return;
  }
  if (!(await isStaff(slack, team, desk, payload.user.id))) return turnAway(slack, client, desk, payload);
  const { language } = desk;
  const handling = (await slack.conversations.present(from.conversation))?.handling;
  const text = corrects ? cut(toldIn(payload.message?.blocks ?? []), limits.answer, '…') : '';
  const view = answerModal(from, desk, { handling, text, overtaken: false, doubt: undefined });
  await openModal(slack, client, payload, { view, thread: from.ticket, language });
}
