import { type AllMiddlewareArgs, App, LogLevel, type Receiver } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { withTimeout } from '../../../bot/lib/async.ts';
import type { SlackContext } from '../context.ts';
import { botFor, NotInstalled } from '../install/workspaces.ts';
import { quiet } from '../quiet.ts';
import { clientOptions } from '../send/client.ts';
import { identification } from './acknowledgement.ts';
import { installationOf } from './installation-of.ts';
import { onClick } from './on-click.ts';
import { onCommand } from './on-command.ts';
import { onEvent } from './on-event.ts';
import { onForm } from './on-form.ts';
import { onShortcut } from './on-shortcut.ts';

/** Creates Bolt's app with exactly one listener for each kind of payload, since Bolt runs all that match at once. */
export function appOf(receiver: Receiver, context: SlackContext): App {
  const { workspaces, config, log } = context;
  const app = new App({
    receiver,
    convoStore: false,
    logger: quiet,
    logLevel: LogLevel.ERROR,
    extendedErrorHandler: true,
    deferInitialization: true,
    // That token is over in 15 minutes; the bot's own does the same.
    attachFunctionToken: false,
    clientOptions: clientOptions(config.apiUrl),
    authorize: async ({ teamId: sender = '' }, body) => {
      const identify = async () => {
        const teamId = await installationOf(context, body, sender);
        return { teamId, bot: await botFor(workspaces, teamId) };
      };
      // A delivery identified after this timeout is not handled: the person was already shown an error.
      const { teamId, bot } = await withTimeout(identification, identify());
      return { botToken: bot.token, botId: bot.id, botUserId: bot.user, teamId };
    },
  });
  app.use(({ next }) => context.enter(next));
  /** Gives a listener our own client: Bolt's says the team in every call, also where that is an organisation. */
  const served =
    <Arguments extends Pick<AllMiddlewareArgs, 'client' | 'context'>>(listener: (given: Arguments) => Promise<void>) =>
    (given: Arguments): Promise<void> =>
      listener({ ...given, client: workspaces.client({ token: given.context.botToken ?? '' }) });
  app.event(/./, served(onEvent(context)));
  app.action(/./, served(onClick(context)));
  app.view(/./, served(onForm(context)));
  app.shortcut(/./, onShortcut(context));
  app.command(/./, served(onCommand(context)));
  const said = new LRUCache<string, true>({ max: 1_000 });
  app.error(async ({ error }: { readonly error: Error }) => {
    const original = 'original' in error ? error.original : error;
    // A delivery from an unknown workspace is acknowledged and ignored; any other failure must not be acknowledged.
    if (!(original instanceof NotInstalled)) throw original instanceof Error ? original : error;
    if (said.get(original.message) === undefined)
      log.warn({ error: original.message }, 'Slack deliveries from an unknown workspace are left alone');
    said.set(original.message, true);
  });
  return app;
}
