import { wordsIn } from '../../../bot/i18n.ts';
import { alone, type ConversationId, type Log, type PersonId, type Receive } from '../../../bot/ports.ts';
import type { Presented, Reader } from '../../../bot/runtime/index.ts';
import type { Language } from '../../../bot/types.ts';
import { isOvertaken, stateOf } from '../../../bot/view/ticket.ts';
import { addressOf } from '../address.ts';
import type { TeamsConfig } from '../config.ts';
import type { TeamsDesk } from '../desks.ts';
import { conversationOf, personOf } from '../keys.ts';
import type { Activity } from '../receive/activity.ts';
import { type Answer, failed, heard, inWords, later, taken } from '../receive/answer.ts';
import { dataOf, languageOf } from '../receive/parse.ts';
import { type Card, card, text } from '../render/card.ts';
import type { Connector } from '../send/connector.ts';
import { draftOf, send } from '../send/send.ts';
import { deskAt, isStaff } from './place.ts';
import { afterAsking, askingForm, type Doubt, filledIn, flawIn, type Reply, readReply } from './reply.ts';
import type { ToldAtDesk } from './told.ts';

/** The function that forwards a reply of the desk to the person, and returns the answer for its author. */
export type PassOn = (activity: Activity, keep: Receive) => Promise<Answer>;

/** The dependencies of forwarding. */
interface Dependencies {
  readonly config: Pick<TeamsConfig, 'desks'>;
  readonly connector: Connector;
  readonly conversations: Reader;
  readonly told: ToldAtDesk;
  readonly log: Log;
}

/** Returns the function that forwards replies, from a desk's own conversation only. `aside` tracks work that nobody waits for. */
export function passingOn(
  { config: { desks }, connector, conversations, told, log }: Dependencies,
  aside: (work: Promise<unknown>) => void,
): PassOn {
  /** Posts in the conversation of the reply, once: the reply itself is already saved or refused, so a failure is logged and gets no retry. What it says of a case is kept in mind, to be deleted with it. */
  async function post(activity: Activity, shown: Card, summary: string, about: About | undefined): Promise<void> {
    const sent = await send(connector, addressOf(activity), draftOf(shown, summary)).catch(() => undefined);
    if (sent?.outcome !== 'done') return log.warn(aboutOf(activity), 'desk not told what became of an answer');
    if (about === undefined) return;
    const posted = { conversation: activity.conversation.id, id: sent.message };
    await told.keep(about.of, about.person, posted).catch(() => {
      log.warn({ ...aboutOf(activity), message: sent.message }, 'post at the desk stays if its person is forgotten');
    });
  }

  /** Shows words to the author: as the answer to an invoke, else as a post, since a client without Action.Execute sends a message, whose answer it does not show. */
  function say(activity: Activity, words: string): Answer {
    if (activity.type === 'invoke') return inWords(words);
    aside(post(activity, card([text(words)]), words, undefined));
    return taken;
  }

  /** Shows the author the form of a reply once more: as the answer to an invoke, whose card takes the place of the ticket for them alone until they open the chat anew, else as a post. */
  function ask(activity: Activity, form: Card, language: Language, about: About | undefined): Answer {
    if (activity.type === 'invoke') return heard(form, language);
    aside(post(activity, form, wordsIn(language).text('teams:reply.label'), about));
    return taken;
  }

  /** Shows the author the form once more: with what other staff did since they saw the case, and what may be a secret. */
  function again(
    activity: Activity,
    reply: Reply,
    present: Presented | undefined,
    doubt: Doubt | undefined,
    { language, zone }: TeamsDesk,
  ): Answer {
    const handling = present?.handling;
    const isLate = handling !== undefined && isOvertaken(handling, reply.seen, activity.from.name);
    const overtaken = isLate ? stateOf(handling, language, zone) : '';
    const now = { ...reply, seen: handling?.at ?? reply.seen };
    return ask(activity, askingForm(now, { overtaken, doubt }, language), language, caseOf(reply, present));
  }

  /** Confirms a forwarded reply to its author; the others see it by a note on the ticket. */
  function confirm({ type, from }: Activity, reply: Reply, language: Language): Answer {
    if (type !== 'invoke') return taken;
    // What its author did is no news to whoever answers once more.
    const sent = { ...reply, seen: Math.max(reply.seen, Date.now()) };
    if (reply.anyway !== null) return heard(afterAsking(from.name, sent, language), language);
    return inWords(wordsIn(language).text(reply.corrects ? 'teams:reply.corrected' : 'teams:reply.done'));
  }

  return async (activity, keep) => {
    const { id, type } = activity;
    const desk = deskAt(desks, activity);
    const language = desk?.language ?? languageOf(activity);
    const words = wordsIn(language);
    const reply = desk && readReply(dataOf(activity) ?? {});
    if (desk === undefined || reply === undefined || id === undefined) {
      log.warn(aboutOf(activity), 'answer not taken: not from a ticket at the desk');
      return say(activity, words.text('teams:reply.foreign'));
    }
    if (!isStaff(desk, activity)) return say(activity, words.text('desk:acted.not-staff'));
    const flaw = reply.fill ? undefined : flawIn(reply, language);
    if (typeof flaw === 'string') return say(activity, flaw);
    try {
      const present = await conversations.present(reply.to);
      if (reply.fill) {
        const filled = filledIn(reply, language, present?.language ?? language);
        return ask(
          activity,
          askingForm(filled, { overtaken: '', doubt: undefined }, language),
          language,
          caseOf(reply, present),
        );
      }
      if (flaw !== undefined) return again(activity, reply, present, flaw, desk);
      const received = await keep({
        id,
        conversation: reply.to,
        person: personOf(activity),
        address: '',
        language,
        languageChosen: false,
        opens: false,
        addressed: true,
        company: alone,
        on: null,
        // A card has no field for files.
        input: {
          type: 'desk',
          text: reply.text,
          by: activity.from.name,
          corrects: reply.corrects,
          seen: reply.seen,
          attached: null,
        },
      });
      if (received === 'overtaken')
        return again(activity, reply, await conversations.present(reply.to), undefined, desk);
      return received === 'no conversation'
        ? say(activity, words.text('teams:reply.gone'))
        : confirm(activity, reply, language);
    } catch {
      // The error is already logged where the save failed.
      return type === 'invoke' ? failed(language) : later;
    }
  };
}

/** The case that a post is about. */
interface About {
  readonly of: ConversationId;
  readonly person: PersonId;
}

const caseOf = ({ to }: Reply, present: Presented | undefined): About | undefined =>
  present && { of: to, person: present.person };

const aboutOf = (activity: Activity) => ({ conversation: conversationOf(activity), delivery: activity.id ?? '' });
