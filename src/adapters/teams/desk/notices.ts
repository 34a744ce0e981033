import { wordsIn } from '../../../bot/i18n.ts';
import { languages } from '../../../bot/languages.ts';
import type { Notices } from '../../../bot/notices.ts';
import type { Log } from '../../../bot/ports.ts';
import { readNotice } from '../../../bot/runtime/index.ts';
import { zoneOf } from '../../zone.ts';
import { addressOf } from '../address.ts';
import type { TeamsConfig } from '../config.ts';
import { conversationOf, personOf, teamsId } from '../keys.ts';
import type { Activity } from '../receive/activity.ts';
import { type Answer, failed, heard, inWords, later, taken } from '../receive/answer.ts';
import { dataOf, languageOf } from '../receive/parse.ts';
import { spoken } from '../receive/spoken.ts';
import { type Card, card, text } from '../render/card.ts';
import type { Connector } from '../send/connector.ts';
import { draftOf, send } from '../send/send.ts';
import { isOfNotice, noticeCard, noticeDraft, readNoticePress } from './notice-form.ts';
import { isFromDesk } from './pass-on.ts';

/** The function that takes what staff write or press to post and end notices. It resolves to the answer for them; to undefined for any other activity. */
export type TakeNotice = (activity: Activity) => Promise<Answer | undefined>;

const commands = languages.map((language) => wordsIn(language).text('notices:command'));

/** Returns that function, for the desk's own conversation: anybody else is told where notices are posted. */
export function noticesAt(desk: TeamsConfig['desk'], connector: Connector, notices: Notices, log: Log): TakeNotice {
  /** Returns the id of the desk in whose conversation something was written or pressed; undefined if it is none's. */
  const deskAt = (activity: Activity): string | undefined => (isFromDesk(desk, activity) ? teamsId : undefined);
  const noticesOf = async (at: string, now: number) => (await notices.active(now)).filter((one) => one.desk === at);

  /** Posts a card as the answer to a message; Teams is asked to deliver that again if the card has to wait. */
  async function post(activity: Activity, shown: Card, summary: string): Promise<Answer> {
    const { outcome } = await send(connector, addressOf(activity), draftOf(shown, summary));
    return outcome === 'later' ? later : taken;
  }
  /** Shows words, as the answer to an invoke, else as a post. */
  const say = async (activity: Activity, words: string): Promise<Answer> =>
    activity.type === 'invoke' ? inWords(words) : post(activity, card([text(words)]), words);

  /** Posts the form, with an error code filled in. */
  async function open(activity: Activity, here: string, code: string): Promise<Answer> {
    const language = languageOf(activity);
    const now = Date.now();
    const at = { code, zone: zoneOf(activity.localTimezone), now };
    const posted = await post(
      activity,
      noticeCard(await noticesOf(here, now), at, language),
      wordsIn(language).text('notices:title'),
    );
    return activity.type === 'invoke' && posted === taken ? heard(undefined, language) : posted;
  }

  async function press(activity: Activity, here: string, data: object): Promise<Answer> {
    const words = wordsIn(languageOf(activity));
    const pressed = readNoticePress(data);
    if (pressed === undefined || activity.id === undefined) return say(activity, words.text('notices:failed'));
    const now = Date.now();
    if (pressed.notice === 'open') return open(activity, here, pressed.code);
    if (pressed.notice === 'end') {
      const ended = await notices.end(pressed.id, personOf(activity), now);
      return say(activity, words.text(ended ? 'notices:over' : 'notices:gone'));
    }
    const read = readNotice(noticeDraft(pressed, now), now);
    if ('flaws' in read) {
      const [why = 'empty'] = Object.values(read.flaws);
      return say(activity, words.text(`notices:${why}`, { parts: read.parts.join(words.text('handover:comma')) }));
    }
    const { zone } = pressed;
    const id = `${teamsId}:${activity.id}`;
    await notices.post({ id, desk: here, ...read, postedAt: now, postedBy: personOf(activity), zone });
    const done = words.text('notices:done');
    // The form gives way, so that it is not sent twice.
    return activity.type === 'invoke' ? heard(card([text(done)]), languageOf(activity)) : say(activity, done);
  }

  return async (activity) => {
    if (desk === undefined) return undefined;
    const data = dataOf(activity);
    const pressed = data !== undefined && isOfNotice(data);
    if (!pressed && !asks(activity)) return undefined;
    const language = languageOf(activity);
    const here = deskAt(activity);
    if (here === undefined) return say(activity, wordsIn(language).text('notices:elsewhere'));
    try {
      return await (pressed ? press(activity, here, data) : open(activity, here, ''));
    } catch {
      const about = { conversation: conversationOf(activity), delivery: activity.id ?? '' };
      log.warn(about, 'what staff pressed or wrote about a notice was not taken');
      return activity.type === 'invoke' ? failed(language) : later;
    }
  };
}

/** Returns true for a message to the bot that is the command. */
function asks(activity: Activity): boolean {
  if (activity.type !== 'message' || activity.value !== undefined) return false;
  const { text: said, addressed } = spoken(activity);
  const personal = activity.conversation.conversationType === 'personal';
  return (addressed || personal) && commands.includes(said.toLowerCase());
}
