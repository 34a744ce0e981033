import { wordsIn } from '../../../bot/i18n.ts';
import { languages } from '../../../bot/languages.ts';
import type { Notices } from '../../../bot/notices.ts';
import type { Log } from '../../../bot/ports.ts';
import { readNotice } from '../../../bot/runtime/index.ts';
import { zoneOf } from '../../zone.ts';
import { addressOf } from '../address.ts';
import type { TeamsConfig } from '../config.ts';
import type { TeamsDesk } from '../desks.ts';
import { conversationOf, personOf, teamsId } from '../keys.ts';
import type { Activity } from '../receive/activity.ts';
import { type Answer, failed, heard, inWords, later, taken } from '../receive/answer.ts';
import { dataOf, languageOf } from '../receive/parse.ts';
import { spoken } from '../receive/spoken.ts';
import { type Card, card, text } from '../render/card.ts';
import type { Connector } from '../send/connector.ts';
import { draftOf, send } from '../send/send.ts';
import { isOfNotice, noticeCard, noticeDraft, readNoticePress } from './notice-form.ts';
import { deskAt, isStaff } from './place.ts';

/** The function that takes what staff write or press to post and end notices. It resolves to the answer for them; to undefined for any other activity. */
export type TakeNotice = (activity: Activity) => Promise<Answer | undefined>;

const commands = languages.map((language) => wordsIn(language).text('notices:command'));

/** The dependencies of the function. */
interface Dependencies {
  readonly config: TeamsConfig;
  readonly connector: Connector;
  readonly notices: Notices;
  readonly log: Log;
}

/** Returns that function, for the staff of the desks, each in its own conversation: anybody else is told who posts notices, and where. */
export function noticesAt({ config: { desks }, connector, notices, log }: Dependencies): TakeNotice {
  const noticesOf = async ({ id }: TeamsDesk, now: number) =>
    (await notices.active(now)).filter(({ desk }) => desk === id);

  /** Posts a card as the answer to a message; Teams is asked to deliver that again if the card has to wait. */
  async function post(activity: Activity, shown: Card, summary: string): Promise<Answer> {
    const { outcome } = await send(connector, addressOf(activity), draftOf(shown, summary));
    return outcome === 'later' ? later : taken;
  }
  /** Shows words, as the answer to an invoke, else as a post. */
  const say = async (activity: Activity, words: string): Promise<Answer> =>
    activity.type === 'invoke' ? inWords(words) : post(activity, card([text(words)]), words);

  /** Posts the form, with an error code filled in. */
  async function open(activity: Activity, desk: TeamsDesk, code: string): Promise<Answer> {
    const { language } = desk;
    const now = Date.now();
    const at = { code, zone: zoneOf(activity.localTimezone), now };
    const shown = noticeCard(await noticesOf(desk, now), at, language);
    const posted = await post(activity, shown, wordsIn(language).text('notices:title'));
    return activity.type === 'invoke' && posted === taken ? heard(undefined, language) : posted;
  }

  async function press(activity: Activity, desk: TeamsDesk, data: object): Promise<Answer> {
    const words = wordsIn(desk.language);
    const pressed = readNoticePress(data);
    if (pressed === undefined || activity.id === undefined) return say(activity, words.text('notices:failed'));
    const now = Date.now();
    if (pressed.notice === 'open') return open(activity, desk, pressed.code);
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
    await notices.post({ id, desk: desk.id, ...read, postedAt: now, postedBy: personOf(activity), zone });
    const done = words.text('notices:done');
    // The form gives way, so that it is not sent twice.
    return activity.type === 'invoke' ? heard(card([text(done)]), desk.language) : say(activity, done);
  }

  return async (activity) => {
    if (desks.length === 0) return undefined;
    const data = dataOf(activity);
    const pressed = data !== undefined && isOfNotice(data);
    if (!pressed && !asks(activity)) return undefined;
    const desk = deskAt(desks, activity);
    if (desk === undefined) return say(activity, wordsIn(languageOf(activity)).text('notices:elsewhere'));
    const { language } = desk;
    if (!isStaff(desk, activity)) return say(activity, wordsIn(language).text('desk:acted.not-staff'));
    try {
      return await (pressed ? press(activity, desk, data) : open(activity, desk, ''));
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
