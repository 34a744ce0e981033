import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import { joined } from '../../bot/turn/joined.ts';
import type { Language } from '../../bot/types.ts';
import { personOf } from './address.ts';
import { beginIn } from './begin.ts';
import { clicked } from './clicked.ts';
import type { Context } from './context.ts';
import { askAnswer } from './desk/ask.ts';
import { answerButton } from './desk/ticket.ts';
import type { Heard } from './heard.ts';
import { inTime } from './in-time.ts';
import { modalOf } from './modal.ts';
import { openModal } from './open-modal.ts';
import { type ClickPayload, clickPayload } from './payloads.ts';
import { showHome } from './person.ts';

type Once = ReturnType<typeof joined<void>>;
type Client = AllMiddlewareArgs['client'];
type Arguments = Pick<SlackActionMiddlewareArgs & AllMiddlewareArgs, 'body' | 'ack' | 'client' | 'context'>;

/** Takes buttons and menus: under messages, and on the home tab. */
export const onClick = (slack: Context) => {
  const once = joined<void>();
  return async ({ body, ack, client, context }: Arguments): Promise<void> => {
    const read = clickPayload.safeParse(body);
    if (!read.success) slack.log.warn({ type: body.type }, 'A Slack button that cannot be read');
    else {
      const pressed = press(slack, once, client, context.teamId ?? '', read.data);
      await inTime(slack, 'What was pressed', pressed, async () => {});
    }
    await ack();
  };
};

async function press(slack: Context, once: Once, client: Client, team: string, payload: ClickPayload): Promise<void> {
  const action = payload.actions[0]?.action_id ?? '';
  if (action.startsWith('home:')) return atHome(slack, once, client, team, payload, action.slice('home:'.length));
  if (action === answerButton) return askAnswer(slack, client, team, payload);
  const said = clicked(payload);
  if (said === undefined || said.input.type !== 'choice') {
    slack.log.warn({ action: action.slice(0, 40) }, 'A Slack button of another app or of an older version');
    return;
  }
  const { choice, to } = said.input;
  if (choice === 'form' && (await openForm(slack, client, payload, said, to))) return;
  const received = await slack.take(said, payload.user.id);
  const language = languageOf(choice);
  // A button of an older view changes nothing.
  if (language === undefined || received !== 'answered') return;
  const present = await slack.kept.present(said.conversation);
  if (present?.language === language) await slack.languages.choose(team, payload.user.id, language);
}

const chosen: Readonly<Record<string, Language>> = { japanese: 'ja', english: 'en' };
const languageOf = (choice: string): Language | undefined => chosen[choice];

/** Opens the form of the present view; false: it is no longer the present one. */
async function openForm(
  slack: Context,
  client: Client,
  payload: ClickPayload,
  said: Heard,
  to: string,
): Promise<boolean> {
  const present = await slack.kept.present(said.conversation);
  const form = present?.outgoing.view.id === to ? present.outgoing.view.form : null;
  if (present === undefined || form === null) return false;
  const { language } = present;
  const view = modalOf(form, { conversation: said.conversation, to, language });
  await openModal(slack, client, payload, { view, thread: said.conversation.split(':').at(-1) ?? '', language });
  return true;
}

async function atHome(
  slack: Context,
  once: Once,
  client: Client,
  team: string,
  { user, trigger_id }: ClickPayload,
  what: string,
): Promise<void> {
  const wanted = languageOf(what);
  if (wanted !== undefined) await slack.languages.choose(team, user.id, wanted);
  const language = await slack.languages.of(team, user.id);
  if (what === 'start') {
    const asking = {
      id: `home:${trigger_id}`,
      team,
      user: user.id,
      input: { type: 'text', text: '' },
      language,
    } as const;
    const begin = async () => {
      await slack.take(await beginIn(client, undefined, asking), user.id);
    };
    // A double click has two triggers.
    await once(personOf(team, user.id), begin);
  }
  slack.aside('The home tab', showHome(client, slack.kept, team, user.id, language));
}
