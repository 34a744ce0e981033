import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import { withTimeout } from '../../../bot/lib/async.ts';
import { homeIn } from '../address.ts';
import type { SlackContext } from '../context.ts';
import { act } from '../desk/act.ts';
import { correctButton } from '../desk/answer-note.ts';
import { askAnswer } from '../desk/ask.ts';
import { quickMenu } from '../desk/modal.ts';
import { isOfNotice, pressNotice } from '../desk/notices.ts';
import { fillIn } from '../desk/quick.ts';
import { actButton, answerButton } from '../desk/ticket.ts';
import { modalOf } from '../render/modal.ts';
import { openModal } from '../render/open-modal.ts';
import { acknowledgement } from './acknowledgement.ts';
import { blockPlace, clicked } from './clicked.ts';
import type { Heard } from './heard.ts';
import { homeTaker } from './on-home.ts';
import { type ClickPayload, clickPayload } from './payloads.ts';

type Client = AllMiddlewareArgs['client'];
type Arguments = Pick<SlackActionMiddlewareArgs & AllMiddlewareArgs, 'body' | 'ack' | 'client' | 'context'>;

/** Returns the listener for buttons and menus, under messages and on the home tab. Rejects when a click is not handled before the acknowledgement timeout: Slack shows the person an error beside the button, which stays. */
export const onClick = (slack: SlackContext) => {
  const atHome = homeTaker(slack);
  return async ({ body, ack, client, context }: Arguments): Promise<void> => {
    const read = clickPayload.safeParse(body);
    if (!read.success) slack.log.warn({ type: body.type }, 'A Slack button that cannot be read');
    else {
      const pressed = press(slack, atHome, client, context.teamId ?? '', read.data);
      try {
        await withTimeout(acknowledgement, pressed);
      } catch (error) {
        slack.aside('What was pressed', pressed);
        slack.aside('A hint to press again', tellAlone(slack, client, read.data, 'slack:retry'));
        throw error;
      }
    }
    await ack();
  };
};

/** Says something to whoever pressed, where only they see it: that they may press again if nothing happens, since the click may still be stored; or whose button that is. */
async function tellAlone(
  slack: SlackContext,
  client: Client,
  payload: ClickPayload,
  what: 'slack:retry' | 'turns:not-allowed',
): Promise<void> {
  const place = blockPlace(payload);
  if (place === undefined) return;
  const { id: user, team_id } = payload.user;
  const text = wordsIn(await slack.languages.of(homeIn(place.team, team_id), user)).text(what);
  await client.chat.postEphemeral({ channel: place.channel, thread_ts: place.thread, user, text });
}

async function press(
  slack: SlackContext,
  atHome: ReturnType<typeof homeTaker>,
  client: Client,
  team: string,
  payload: ClickPayload,
): Promise<void> {
  const action = payload.actions[0]?.action_id ?? '';
  if (action.startsWith('home:')) return atHome(client, team, payload, action.slice('home:'.length));
  if (isOfNotice(action)) return pressNotice(slack, client, team, payload);
  if (action === answerButton || action === correctButton) return askAnswer(slack, client, team, payload);
  if (action === quickMenu) return fillIn(slack, client, team, payload);
  if (action.startsWith(actButton)) return act(slack, client, team, payload);
  const said = clicked(payload, team);
  if (said === undefined || said.input.type !== 'choice') {
    slack.log.warn({ action: action.slice(0, 40) }, 'A Slack button of another app or of an older version');
    return;
  }
  const { choice, to } = said.input;
  if (choice === 'form' && (await openForm(slack, client, payload, said, to))) return;
  const received = await slack.take(said);
  if (received === 'not allowed')
    slack.aside('Whose button that is', tellAlone(slack, client, payload, 'turns:not-allowed'));
}

/** Opens the form of the present view; resolves to false if the button's view is no longer the present one. */
async function openForm(
  slack: SlackContext,
  client: Client,
  payload: ClickPayload,
  said: Heard,
  to: string,
): Promise<boolean> {
  const present = await slack.conversations.present(said.conversation);
  const form = present?.outgoing.view.id === to ? present.outgoing.view.form : null;
  // Whoever may not send it is told so, by the press itself.
  if (present === undefined || form === null || !present.isOf(said.person)) return false;
  const { language, toDesk } = present;
  const view = modalOf(form, { conversation: said.conversation, to, language }, toDesk);
  await openModal(slack, client, payload, { view, thread: blockPlace(payload)?.thread ?? '', language });
  return true;
}
