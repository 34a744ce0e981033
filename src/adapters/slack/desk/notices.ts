import type { webApi } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import { languages } from '../../../bot/languages.ts';
import { withTimeout } from '../../../bot/lib/async.ts';
import { readNotice } from '../../../bot/runtime/index.ts';
import type { Language } from '../../../bot/types.ts';
import { zoneOf } from '../../zone.ts';
import { personOf, slackId } from '../address.ts';
import type { SlackContext } from '../context.ts';
import type { ClickPayload, FormPayload } from '../receive/payloads.ts';
import { openModal } from '../render/open-modal.ts';
import { isDesk } from './channel.ts';
import { noticeButtons } from './news.ts';
import { draftIn, flawsShown, noticeChannel, noticeModal } from './notice-modal.ts';

type Client = webApi.WebClient;
/** The timeout in milliseconds for the time zone of an author: Slack wants its acknowledgement within 3 s. */
const patience = 1_000;

const commands = languages.map((language) => wordsIn(language).text('notices:command'));
/** Returns true for what staff write after the slash command to post a notice. */
export const asksForNotice = (text: string): boolean => commands.includes(text.trim().toLowerCase());

/** Opens the modal for notices, in the desk's channel only. Resolves to the words that say where else it can be opened, or empty if it is open; rejects with the error of Slack's client or of the database. */
export async function openNotices(
  slack: SlackContext,
  client: Client,
  team: string,
  at: { readonly channel: string; readonly trigger: string; readonly language: Language },
): Promise<string> {
  const here = await deskAt(slack, team, at.channel);
  if (here === undefined) return wordsIn(at.language).text('notices:elsewhere');
  const now = Date.now();
  const view = noticeModal(at.channel, await noticesOf(slack, here, now), '', now);
  await client.views.open({ trigger_id: at.trigger, view });
  return '';
}

/** Resolves to the id of the desk whose channel this is; to undefined if it is none's. */
const deskAt = async (slack: SlackContext, team: string, channel: string | undefined): Promise<string | undefined> =>
  (await isDesk(slack, team, channel)) ? slackId : undefined;
const noticesOf = async ({ notices }: SlackContext, here: string, now: number) =>
  (await notices.active(now)).filter(({ desk }) => desk === here);

/** Returns true for the buttons of notices. */
export const isOfNotice = (action: string): boolean => action === noticeButtons.open || action === noticeButtons.end;

/** Follows a button of a notice, in the desk's channel or in its modal: opens the form with the error code of the button, or ends the notice. A click elsewhere is logged and ignored. Rejects when the database does. */
export async function pressNotice(
  slack: SlackContext,
  client: Client,
  team: string,
  payload: ClickPayload,
): Promise<void> {
  const { container, user, view } = payload;
  const [action] = payload.actions;
  const channel = container.channel_id ?? noticeChannel(view?.private_metadata ?? '');
  const here = await deskAt(slack, team, channel);
  if (channel === undefined || here === undefined) {
    slack.log.warn({ team, channel }, 'A Slack button of a notice outside of the desk’s channel');
    return;
  }
  const now = Date.now();
  const value = action?.value ?? '';
  if (action?.action_id === noticeButtons.open) {
    const modal = noticeModal(channel, await noticesOf(slack, here, now), value.slice(0, 20), now);
    return openModal(slack, client, payload, { view: modal, thread: container.message_ts ?? '', language: 'ja' });
  }
  const ended = await slack.notices.end(value, personOf(user.team_id ?? team, user.id), now);
  if (view?.id != null) {
    const modal = noticeModal(channel, await noticesOf(slack, here, now), '', now);
    slack.aside('The notices in force', client.views.update({ view_id: view.id, view: modal }));
  } else if (!ended) {
    const text = wordsIn('ja').text('notices:gone');
    slack.aside('That a notice is over', client.chat.postEphemeral({ channel, user: user.id, text }));
  }
}

/** Posts the notice of a submitted modal; its desk is told by the bot. Resolves to the errors by field, or undefined if there are none; rejects when the notice cannot be stored. */
export async function takeNotice(
  slack: SlackContext,
  client: Client,
  team: string,
  form: FormPayload,
): Promise<Record<string, string> | undefined> {
  const filled = draftIn(form);
  const here = filled && (await deskAt(slack, team, filled.channel));
  if (filled === undefined || here === undefined) {
    slack.log.warn({ team }, 'A Slack form with a notice from outside of the desk’s channel');
    return undefined;
  }
  const now = Date.now();
  const read = readNotice(filled.draft, now);
  if ('flaws' in read) return flawsShown(read);
  const { id: user, team_id } = form.user;
  const { user: profile } = await withTimeout(patience, client.users.info({ user })).catch(() => ({ user: undefined }));
  await slack.notices.post({
    id: `${slackId}:${form.view.id}`,
    desk: here,
    ...read,
    postedAt: now,
    postedBy: personOf(team_id ?? team, user),
    zone: zoneOf(profile?.tz),
  });
  return undefined;
}
