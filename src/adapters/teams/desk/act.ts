import { z } from 'zod';
import { wordsIn } from '../../../bot/i18n.ts';
import { isConversationId } from '../../../bot/keys.ts';
import { alone, type ConversationId, type Log, type MessageRef, type Receive } from '../../../bot/ports.ts';
import type { Reader } from '../../../bot/runtime/index.ts';
import type { StaffAct } from '../../../bot/types.ts';
import { isStaffAct, stateOf } from '../../../bot/view/ticket.ts';
import type { TeamsDesk } from '../desks.ts';
import { conversationOf, personOf } from '../keys.ts';
import type { Activity } from '../receive/activity.ts';
import { type Answer, failed, inWords, later, taken } from '../receive/answer.ts';
import { dataOf, languageOf } from '../receive/parse.ts';
import { deskAt, isStaff } from './place.ts';

const schema = z.object({
  staff: z.custom<StaffAct>(isStaffAct),
  of: z.custom<ConversationId>(isConversationId),
  // Tickets of earlier versions do not say it.
  seen: z.number().nullable().default(null),
});

/** Returns true if the data of a pressed button claims to be what staff do with a case. */
export const isAct = (data: object): boolean => Object.hasOwn(data, 'staff');

/** Returns the function that takes what staff do with a case by a button of its ticket, from a desk's own conversation only; the ticket shows it then. Whoever presses is told if other staff were first. */
export const acting =
  (desks: readonly TeamsDesk[], conversations: Reader, log: Log) =>
  async (activity: Activity, keep: Receive): Promise<Answer> => {
    const { id, type } = activity;
    const desk = deskAt(desks, activity);
    const language = desk?.language ?? languageOf(activity);
    const words = wordsIn(language);
    const say = (text: string): Answer => (type === 'invoke' ? inWords(text) : taken);
    const { data } = schema.safeParse(dataOf(activity) ?? {});
    if (data === undefined || id === undefined || desk === undefined) {
      const about = { conversation: conversationOf(activity), delivery: id ?? '' };
      log.warn(about, 'button of a ticket not taken: not from the desk');
      return say(words.text('desk:acted.foreign'));
    }
    if (!isStaff(desk, activity)) return say(words.text('desk:acted.not-staff'));
    try {
      const received = await keep({
        id,
        conversation: data.of,
        person: personOf(activity),
        address: '',
        language,
        languageChosen: false,
        opens: false,
        addressed: true,
        company: alone,
        on: (activity.replyToId ?? null) as MessageRef | null,
        input: { type: 'staff', act: data.staff, by: activity.from.name, seen: data.seen },
      });
      if (received === 'overtaken') {
        const present = await conversations.present(data.of);
        const state = present === undefined ? '' : stateOf(present.handling, language, desk.zone);
        return say(`${words.text('desk:acted.overtaken')} ${state}`.trim());
      }
      return say(words.text(received === 'no conversation' ? 'desk:acted.gone' : 'teams:accepted'));
    } catch {
      // The error is already logged where the save failed.
      return type === 'invoke' ? failed(language) : later;
    }
  };
