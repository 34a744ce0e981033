import type { webApi } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import { languages } from '../../../bot/languages.ts';
import { withTimeout } from '../../../bot/lib/async.ts';
import { readNotice } from '../../../bot/runtime/index.ts';
import { zoneOf } from '../../zone.ts';
import { homeIn, personOf, slackId } from '../address.ts';
import type { SlackContext } from '../context.ts';
import type { SlackDesk } from '../desks.ts';
import type { ClickPayload, FormPayload } from '../receive/payloads.ts';
import { type Message, type Modal, messageSchema } from '../render/blocks.ts';
import { openModal } from '../render/open-modal.ts';
import { deskAt } from './channel.ts';
import { noticeButtons } from './news.ts';
import { draftIn, flawsShown, noticeChannel, noticeModal } from './notice-modal.ts';
import { isStaff, turnAway } from './staff.ts';

type Client = webApi.WebClient;
/** The timeout in milliseconds for the time zone of an author: Slack wants its acknowledgement within 3 s. */
const patience = 1_000;

const commands = languages.map((language) => wordsIn(language).text('notices:command'));
/** Returns true for what staff write after the slash command to post a notice. */
export const asksForNotice = (text: string): boolean => commands.includes(text.trim().toLowerCase());

/** Opens the modal for notices for the staff of a desk, in its channel only. Resolves to `shown`, or to the message that says who or where else can; rejects with the error of Slack's client or of the database. */
export async function openNotices(
  slack: SlackContext,
  client: Client,
  { team, channel, user, trigger }: { readonly [name in 'team' | 'channel' | 'user' | 'trigger']: string },
): Promise<Message | 'shown'> {
  const desk = await deskAt(slack, team, channel);
  if (desk === undefined) return message(wordsIn(await slack.languages.of(team, user)).text('notices:elsewhere'));
  if (!(await isStaff(slack, team, desk, user))) return message(wordsIn(desk.language).text('desk:acted.not-staff'));
  await client.views.open({ trigger_id: trigger, view: await modalFor(slack, desk, '') });
  return 'shown';
}

const message = (text: string): Message =>
  messageSchema.parse({ text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }] });

/** Resolves to the modal as it stands now. */
async function modalFor({ notices }: SlackContext, desk: SlackDesk, code: string): Promise<Modal> {
  const now = Date.now();
  const all = await notices.active(now);
  const own = all.filter((one) => one.desk === desk.id);
  return noticeModal(desk, own, code, now);
}

/** Returns true for the buttons of notices. */
export const isOfNotice = (action: string): boolean => action === noticeButtons.open || action === noticeButtons.end;

/** Follows a button of a notice that staff press, in the desk's channel or in its modal: opens the form with the error code of the button, or ends the notice. A click elsewhere is logged and ignored; whoever is no staff is told so. Rejects when the database does. */
export async function pressNotice(
  slack: SlackContext,
  client: Client,
  team: string,
  payload: ClickPayload,
): Promise<void> {
  const { container, user, view } = payload;
  const [action] = payload.actions;
  const channel = container.channel_id ?? noticeChannel(view?.private_metadata ?? '');
  const desk = await deskAt(slack, team, channel);
  if (desk === undefined) {
    slack.log.warn({ team, channel }, 'A Slack button of a notice outside of the desk’s channel');
    return;
  }
  if (!(await isStaff(slack, team, desk, user.id))) return turnAway(slack, client, desk, payload);
  const value = action?.value ?? '';
  if (action?.action_id === noticeButtons.open) {
    const shown = { thread: container.message_ts ?? '', language: desk.language };
    return openModal(slack, client, payload, { ...shown, view: await modalFor(slack, desk, value.slice(0, 20)) });
  }
  const ended = await slack.notices.end(value, personOf(homeIn(team, user.team_id), user.id), Date.now());
  if (view?.id != null) {
    const modal = await modalFor(slack, desk, '');
    slack.aside('The notices in force', client.views.update({ view_id: view.id, view: modal }));
  } else if (!ended) {
    const text = wordsIn(desk.language).text('notices:gone');
    slack.aside('That a notice is over', client.chat.postEphemeral({ channel: desk.channel, user: user.id, text }));
  }
}

/** Posts the notice of a modal that staff submitted; its desk is told by the bot. Resolves to the errors by field, or undefined if there are none; rejects when the notice cannot be stored. */
export async function takeNotice(
  slack: SlackContext,
  client: Client,
  team: string,
  form: FormPayload,
): Promise<Record<string, string> | undefined> {
  const filled = draftIn(form);
  const desk = filled && (await deskAt(slack, team, filled.channel));
  if (filled === undefined || desk === undefined) {
    slack.log.warn({ team }, 'A Slack form with a notice from outside of the desk’s channel');
    return undefined;
  }
  const { id: user, team_id } = form.user;
  if (!(await isStaff(slack, team, desk, user))) return { text: wordsIn(desk.language).text('desk:acted.not-staff') };
  const now = Date.now();
  const read = readNotice(filled.draft, now);
  if ('flaws' in read) return flawsShown(read, desk.language);
  const { user: profile } = await withTimeout(patience, client.users.info({ user })).catch(() => ({ user: undefined }));
  await slack.notices.post({
    id: `${slackId}:${form.view.id}`,
    desk: desk.id,
    ...read,
    postedAt: now,
    postedBy: personOf(homeIn(team, team_id), user),
    zone: zoneOf(profile?.tz),
  });
  return undefined;
}
