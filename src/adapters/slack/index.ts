import type { Receiver } from '@slack/bolt';
import { running, withTimeout } from '../../bot/lib/async.ts';
import type { Adapter, Log, Receive, Received } from '../../bot/ports.ts';
import { asksForErasure } from '../../bot/runtime/index.ts';
import type { HttpRoute } from '../http/route.ts';
import { chosenLanguages } from '../languages.ts';
import type { Service, Surroundings } from '../service.ts';
import { readAddress, slackId, userOf } from './address.ts';
import type { SlackConfig } from './config.ts';
import type { SlackContext } from './context.ts';
import { describe } from './describe.ts';
import { deskIn } from './desk/index.ts';
import { rooms } from './install/installed.ts';
import { contactsIn } from './people/contact.ts';
import { groupsIn } from './people/groups.ts';
import { languagesOf as languagesIn } from './people/languages.ts';
import { membersIn } from './people/members.ts';
import { appOf } from './receive/app.ts';
import { beginner } from './receive/begin.ts';
import { tellingWorkflow } from './receive/on-step.ts';
import { httpReceiver } from './receive/receiver.ts';
import { socketReceiver } from './receive/socket.ts';
import { startsIn } from './receive/starts.ts';
import { attaching } from './send/attach.ts';
import { fetcher } from './send/download.ts';
import { limitsOf } from './send/limits.ts';
import { messages } from './send/messages.ts';
import { shower } from './send/show.ts';
import { statuses } from './send/status.ts';
import { uploader } from './send/upload.ts';

/** The Slack service: its adapter, its HTTP routes, and the desks that are configured. */
export interface Slack extends Service {
  readonly adapter: Adapter;
  /** Returns the reason why nobody can be answered now, as far as it lies in the token or the connection; undefined if there is none. */
  trouble(): string | undefined;
}

/** The timeout in milliseconds of a stop for work in flight; the whole program has 10 s. */
const patience = 5_000;

/** Creates the Slack service from its configuration. It accepts deliveries from `start` to `stop`; at any other time nothing is acknowledged, so Slack retries an event, and shows the person an error for everything else. */
export function slack(config: SlackConfig, { log, vault, conversations, notices }: Surroundings): Slack {
  const under = running();
  const { workspaces, routes: pages, ...token } = rooms(config, vault, log);
  const { receiver, routes: doors, trouble } = door(config, log);
  const chosen = chosenLanguages(vault, conversations);
  const languages = languagesIn(workspaces, chosen, config.apiUrl);
  const status = statuses(workspaces);
  const show = shower(config.apiUrl);
  const limits = limitsOf(config.rates);
  const upload = uploader(config.apiUrl, log);
  const fetchFile = fetcher(workspaces, config.apiUrl, log);
  const shown = messages(workspaces, show, limits);
  let receive: Receive | undefined;
  let open = false;

  async function hand(work: (take: Receive) => Promise<Received>): Promise<Received> {
    if (receive === undefined) throw new Error('Slack messages are not taken now');
    return work(receive);
  }

  const aside: SlackContext['aside'] = (what, work) => {
    void under.track(work.catch((error: unknown) => log.warn({ error: describe(error) }, `${what}: failed`)));
  };

  const take: SlackContext['take'] = (heard) =>
    hand(async (keep) => {
      const { team, user } = userOf(heard.person) ?? { team: '', user: '' };
      const incoming = { ...heard, ...(await languages.preferred(team, user)) };
      if (asksForErasure(incoming.input)) chosen.forget(incoming.person);
      const received = await status.during(incoming, keep);
      aside('The language that was chosen', chosen.keep(incoming, received));
      return received;
    });
  const members = membersIn(workspaces);
  const begin = beginner({ workspaces, languages, take });
  const starts = startsIn(vault, tellingWorkflow({ workspaces, languages, members, log }, begin), { log, aside });

  const context: SlackContext = {
    config,
    workspaces,
    languages,
    groups: groupsIn(workspaces),
    members,
    conversations,
    notices,
    starts,
    log,
    enter: async (work) => {
      if (!open) throw new Error('Slack deliveries are not taken now');
      return under.track(work());
    },
    take,
    // Neither status nor language is set: the conversation is another person's, perhaps in another adapter.
    passOn: (answer) => hand((keep) => keep(answer)),
    aside,
  };
  const app = appOf(receiver, context);

  return {
    adapter: {
      channel: slackId,
      start: async (take) => {
        receive = take;
        open = true;
        await app.init();
        await Promise.all([token.start(), app.start()]);
        starts.run();
      },
      ...shown,
      post: async (to, ...rest) => {
        await status.end(to.conversation);
        return shown.post(to, ...rest);
      },
      replace: (to, ...rest) => {
        status.takeBack(to.conversation);
        return shown.replace(to, ...rest);
      },
      fetch: ({ address }, { ref }, most) => fetchFile(readAddress(address).team, ref, most),
      attach: attaching(workspaces, show, upload),
      contactOf: contactsIn(workspaces),
      stop: async () => {
        open = false;
        token.stop();
        status.stop();
        starts.stop();
        await withTimeout(patience, under.rest()).catch(() => {
          log.warn({}, 'Stopped while Slack was still being waited for');
        });
        receive = undefined;
        await app.stop();
      },
    },
    routes: [...doors, ...pages],
    desks: config.desks.map((desk) => deskIn(workspaces, show, { upload, fetchFile }, limits, desk)),
    check: token.check,
    trouble: () => token.trouble() ?? trouble(),
  };
}

/** Creates the receiver of deliveries: an HTTP route of our server, or Socket Mode over a WebSocket that Bolt opens. */
function door(
  { transport, apiUrl }: SlackConfig,
  log: Log,
): Pick<Slack, 'routes' | 'trouble'> & { readonly receiver: Receiver } {
  if (transport.kind === 'socket') {
    const receiver = socketReceiver(transport.appToken, apiUrl, log);
    return { receiver, routes: [], trouble: receiver.trouble };
  }
  const receiver = httpReceiver(transport.signingSecret, log);
  const routes: readonly HttpRoute[] = [{ method: 'POST', path: '/slack/events', handle: receiver.handle }];
  return { receiver, routes, trouble: () => undefined };
}
