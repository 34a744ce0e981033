import type { webApi } from '@slack/bolt';
import { quickAnswers, withQuick } from '../../../bot/view/quick.ts';
import type { SlackContext } from '../context.ts';
import type { ClickPayload } from '../receive/payloads.ts';
import { limits } from '../render/blocks.ts';
import { readAnswered } from './answered.ts';
import { deskAt } from './channel.ts';
import { answerIn, answerModal } from './modal.ts';

/** Puts the quick answer that staff chose in the modal into its field, in the person's language, below what they wrote. A choice elsewhere is logged and ignored; rejects with the error of Slack's client. */
export async function fillIn(
  slack: SlackContext,
  client: webApi.WebClient,
  team: string,
  { view, actions }: ClickPayload,
): Promise<void> {
  const from = readAnswered(view?.private_metadata ?? '');
  const desk = await deskAt(slack, team, from?.channel);
  if (from === undefined || desk === undefined || view?.id == null) {
    slack.log.warn({ team }, 'A Slack menu of an answer to a case that is none of the desk’s');
    return;
  }
  const present = await slack.conversations.present(from.conversation);
  const all = quickAnswers(desk.language, present?.language ?? desk.language);
  const text = withQuick(answerIn(view, from), actions[0]?.selected_option?.value ?? '', all, limits.answer);
  const next = { ...from, filled: from.filled + 1 };
  const modal = answerModal(next, desk, { handling: present?.handling, text, overtaken: false, doubt: undefined });
  await client.views.update({ view_id: view.id, ...(view.hash != null && { hash: view.hash }), view: modal });
}
