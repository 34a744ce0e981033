import { placeIdOf, readPerson } from '../../bot/keys.ts';
import { singleFlight } from '../../bot/lib/async.ts';
import { unlimited } from '../../bot/lib/rates.ts';
import type { Adapter, Destination, Sent } from '../../bot/ports.ts';
import type { Outgoing } from '../../bot/types.ts';
import { chosenLanguages } from '../languages.ts';
import type { Service, Surroundings } from '../service.ts';
import { readAddress } from './address.ts';
import { checkTeams } from './check.ts';
import type { TeamsConfig } from './config.ts';
import { contactsOver } from './desk/contact.ts';
import { deskOf } from './desk/index.ts';
import { toldIn } from './desk/told.ts';
import { caseOf, teamsId } from './keys.ts';
import { clicksToAnswer } from './receive/clicks.ts';
import { fetchFile } from './receive/file.ts';
import { inboxOf } from './receive/inbox.ts';
import { activityRoute } from './receive/route.ts';
import { type Mention, mention } from './render/card.ts';
import { render, settled } from './render/render.ts';
import { attachingOver } from './send/attach.ts';
import { done } from './send/attempt.ts';
import { connectorOf } from './send/connector.ts';
import { limitOf } from './send/limits.ts';
import { reachOf } from './send/reach.ts';
import { referencesIn } from './send/references.ts';
import { draftOf, replace } from './send/send.ts';
import { typingOver } from './send/typing.ts';

/** The Microsoft Teams channel: its adapter, its HTTP routes, and the desks that are configured. */
export interface Teams extends Service {
  readonly adapter: Adapter;
  /** Returns undefined, so the readiness check always passes: Teams calls the bot, which holds no connection of its own. */
  trouble(): undefined;
}

/** Returns the mention of the person whose case a conversation is, where a reader could take a reply for another's: beside the case of whoever opened the place, and with an answer of the desk (the view's quote) in a group chat, which has no threads. Undefined elsewhere, and if their name is not known. */
function calledIn({ conversation, address }: Destination, { view }: Outgoing): Mention | undefined {
  const person = caseOf(conversation);
  const to = readAddress(address);
  if (to === undefined) return undefined;
  const isBeside = person !== null && readPerson(person)?.user === to.user.id;
  const isAmongOthers = person === null && to.kind === 'groupChat' && view.quote !== '';
  return isBeside || isAmongOthers ? mention(to.user.id, to.user.name) : undefined;
}

/** Returns the Teams channel as configured. It accepts messages from `start` on; before that, and while it stops, Teams is told to retry the delivery. */
export function teams(config: TeamsConfig, { log, vault, conversations, notices }: Surroundings): Teams {
  const connector = connectorOf(config);
  const references = referencesIn(vault);
  const told = toldIn(vault);
  const reach = reachOf(connector, references, log);
  const typing = typingOver(connector);
  const clicks = clicksToAnswer();
  const once = singleFlight<Sent>();
  const chosen = chosenLanguages(vault, conversations);
  const inbox = inboxOf({ chosen, config, connector, references, conversations, notices, told, log, clicks, typing });
  return {
    adapter: {
      channel: teamsId,
      searchable: false,
      limitOf: ({ conversation }, call) =>
        call === 'fetch' ? unlimited : limitOf(config, call === 'settle' ? 'update' : 'send', placeIdOf(conversation)),
      start: async (receive) => inbox.open(receive),
      async post(to, key, outgoing) {
        typing.end(to.conversation);
        clicks.posted(to.conversation);
        const { title, text } = outgoing.view;
        return once(key, () =>
          reach(
            to,
            key,
            draftOf(render(outgoing, to.language, caseOf(to.conversation), calledIn(to, outgoing)), title || text),
          ),
        );
      },
      replace(to, message, _key, outgoing) {
        const { conversation, address, language } = to;
        typing.end(conversation);
        const card = render(outgoing, language, caseOf(conversation), calledIn(to, outgoing));
        clicks.settled(message, card);
        const { title, text } = outgoing.view;
        return replace(connector, address, message, draftOf(card, title || text));
      },
      async settle(to, message, outgoing, answer) {
        const { address, language } = to;
        const card = settled(outgoing, answer, language, calledIn(to, outgoing));
        clicks.settled(message, card);
        const { title, text } = outgoing.view;
        const draft = draftOf(card, answer || title || text);
        return (await replace(connector, address, message, draft)) ?? done(message);
      },
      // Teams cannot be searched: after an unknown outcome a message is sent again, and may be seen twice.
      find: async () => undefined,
      // Reactions of bots are a developer preview: https://learn.microsoft.com/en-us/microsoftteams/platform/agents-in-teams/agent-reactions
      acknowledge: async () => {},
      fetch: async ({ address }, file, most) => {
        const at = readAddress(address);
        return at === undefined
          ? { outcome: 'none', why: 'not allowed' }
          : fetchFile(file, at.serviceUrl, most, config, connector);
      },
      attach: attachingOver(reach),
      contactOf: contactsOver(connector),
      async stop() {
        typing.stop();
        await inbox.close();
      },
    },
    routes: [activityRoute(config, connector, log, inbox.take)],
    desks: config.desks.map((desk) => deskOf(connector, desk, config, vault)),
    check: () => checkTeams(config, connector),
    trouble: () => undefined,
  };
}
