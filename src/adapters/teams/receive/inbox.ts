import { LRUCache } from 'lru-cache';
import { wordsIn } from '../../../bot/i18n.ts';
import { spokenTo } from '../../../bot/languages.ts';
import { running } from '../../../bot/lib/async.ts';
import { describeError } from '../../../bot/lib/describe-error.ts';
import type { Notices } from '../../../bot/notices.ts';
import type { Log, Receive } from '../../../bot/ports.ts';
import { asksForErasure, type Reader } from '../../../bot/runtime/index.ts';
import type { ChosenLanguages } from '../../languages.ts';
import { addressOf } from '../address.ts';
import type { TeamsConfig } from '../config.ts';
import { acting, isAct } from '../desk/act.ts';
import { noticesAt } from '../desk/notices.ts';
import { passingOn } from '../desk/pass-on.ts';
import { deskAt, isAt } from '../desk/place.ts';
import { isReply } from '../desk/reply.ts';
import { staffName } from '../desk/staff.ts';
import { talking } from '../desk/talk.ts';
import type { ToldAtDesk } from '../desk/told.ts';
import { conversationOf, personOf } from '../keys.ts';
import type { Connector } from '../send/connector.ts';
import type { References } from '../send/references.ts';
import { draftOf, send } from '../send/send.ts';
import type { Typing } from '../send/typing.ts';
import type { Activity } from './activity.ts';
import { type Answer, failed, heard, inWords, later, taken } from './answer.ts';
import type { Clicks } from './clicks.ts';
import { dataOf, parse } from './parse.ts';
import { installs, uninstalls, welcome } from './welcome.ts';

/** The inbox for the activities of Teams. */
export interface Inbox {
  /** Opens the inbox: from now on activities are handed to `receive`. */
  open(receive: Receive): void;
  /** Handles an activity; resolves to an answer that acknowledges it only once it is saved. */
  take(activity: Activity): Promise<Answer>;
  /** Closes the inbox, and resolves when all work in progress has ended. */
  close(): Promise<void>;
}

/** The dependencies of an inbox. */
export interface InboxOptions {
  readonly config: TeamsConfig;
  readonly connector: Connector;
  readonly references: References;
  readonly conversations: Reader;
  readonly chosen: ChosenLanguages;
  readonly notices: Notices;
  readonly told: ToldAtDesk;
  readonly log: Log;
  readonly clicks: Clicks;
  readonly typing: Typing;
}

/** Returns an inbox that is closed: until it is opened, Teams is told to retry the delivery. */
export function inboxOf(options: InboxOptions): Inbox {
  const { chosen, config, connector, references, conversations, log, clicks, typing } = options;
  const welcomed = new LRUCache<string, true>({ max: 10_000 });
  const under = running();
  const passOn = passingOn(options, under.track);
  const talk = talking(options, under.track);
  const act = acting(config.desks, conversations, log);
  const takeNotice = noticesAt(options);
  let receive: Receive | undefined;

  /** Sends the welcome card once per conversation (deduplicated); if that has to wait, Teams is asked to retry the delivery. */
  async function greet(activity: Activity): Promise<Answer> {
    await references.renew(conversationOf(activity));
    const { id, conversationType } = activity.conversation;
    if (welcomed.get(id)) return taken;
    welcomed.set(id, true);
    const { language } = spokenTo(await chosen.of(personOf(activity)), activity.locale);
    const hearsAll = conversationType === 'personal' || config.support.some((place) => isAt(place, activity));
    const card = welcome(language, !hearsAll);
    const draft = draftOf(card, wordsIn(language).text('teams:welcome.title'));
    const { outcome } = await send(connector, addressOf(activity), draft);
    if (outcome !== 'later') return taken;
    welcomed.delete(id);
    return later;
  }

  async function take(activity: Activity, keep: Receive): Promise<Answer> {
    if (installs(activity)) return greet(activity);
    if (uninstalls(activity)) welcomed.delete(activity.conversation.id);
    // A reply of the desk changes no card, so its click waits for none.
    if (isReply(dataOf(activity) ?? {})) return passOn(activity, keep);
    if (isAct(dataOf(activity) ?? {})) return act(activity, keep);
    const noticed = await takeNotice(activity);
    if (noticed !== undefined) return noticed;
    const desk = deskAt(config.desks, activity);
    if (desk !== undefined) return talk(activity, desk);
    const said = parse(activity, config.support);
    if (said === undefined) return taken;
    const [choice, staff] = await Promise.all([chosen.of(said.person), staffName(options, activity, said)]);
    const spoken = spokenTo(choice, activity.locale);
    const incoming = { ...said, ...spoken, company: { ...said.company, staff } };
    if (asksForErasure(incoming.input)) chosen.forget(incoming.person);
    const { conversation, address, language } = incoming;
    typing.begin(conversation, address);
    const click = activity.type === 'invoke' ? clicks.wait(conversation, activity.replyToId ?? '') : undefined;
    try {
      const received = await keep(incoming);
      if (received !== 'answered') typing.end(conversation);
      const keeping = chosen.keep(incoming, received).catch((error: unknown) => {
        log.warn({ conversation, delivery: incoming.id, error: describeError(error) }, 'language not kept');
      });
      void under.track(keeping);
      // A client without Action.Execute shows no answer to a press.
      if (received === 'not allowed')
        return click === undefined ? taken : inWords(wordsIn(language).text('turns:not-allowed'));
      return click === undefined ? taken : heard(await click, language);
    } catch {
      // Where the save failed, the error is already logged and the person told.
      typing.end(conversation);
      return click === undefined ? later : failed(language);
    }
  }

  return {
    open: (given) => {
      receive = given;
    },
    async take(activity) {
      if (receive === undefined) return later;
      return under.track(take(activity, receive));
    },
    async close() {
      receive = undefined;
      await under.rest();
    },
  };
}
