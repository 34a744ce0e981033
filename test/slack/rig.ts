import { setTimeout as sleep } from 'node:timers/promises';
import type { SlackConfig } from '../../src/adapters/slack/config.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import type { Notices } from '../../src/bot/notices.ts';
import type { PictureReader } from '../../src/bot/pictures.ts';
import type { Log } from '../../src/bot/ports.ts';
import type { Policy } from '../../src/bot/runtime/policy.ts';
import type { Store, Vault } from '../../src/bot/storage.ts';
import { compose } from './compose.ts';
import { envelopeOf, form, interaction, json, post, signingSecret } from './deliver.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';
import { freezable } from './freezable.ts';
import { channels, workspaces } from './workspace.ts';

/** The bot as it runs in production, but for the fake Slack and its patience: real Bolt, real turns, a real store. */
export interface Rig {
  readonly slack: FakeSlack;
  readonly store: Store;
  readonly vault: Vault;
  readonly notices: Notices;
  /** What was logged, one line each. */
  readonly logged: readonly string[];
  readonly url: string;
  /** Posts a body as it is, signed unless told otherwise. */
  post(body: string, type: string, signed?: Parameters<typeof post>[3]): Promise<Response>;
  /** Delivers an event. */
  event(team: string, event: object, id?: string): Promise<Response>;
  /** Delivers an interaction (a click, a form, a shortcut). */
  interact(payload: object): Promise<Response>;
  /** Delivers a slash command. */
  command(fields: Readonly<Record<string, string>>): Promise<Response>;
  /** Delivers the last delivery once more. */
  again(): Promise<Response>;
  /** From now on the database answers nothing, or what waits is done and it answers again. */
  freeze(is: boolean): void;
  /** Resolves once a conversation has nothing left to do; rejects after 10 s. */
  idle(conversation: string): Promise<void>;
  stop(): Promise<void>;
}

/** The configuration for a fake Slack: one workspace, over HTTP. */
export const configFor = (url: string, more: Partial<SlackConfig> = {}): SlackConfig => ({
  installed: { kind: 'one', token: workspaces.T0ONE00001.token },
  transport: { kind: 'http', signingSecret },
  support: [{ team: undefined, channel: channels.support }],
  desks: [],
  rates: { postsPerSecond: 0, editsPerMinute: 0, readsPerMinute: 0 },
  apiUrl: url,
  ...more,
});

/** Starts it; its database is in memory unless a file is given. */
export async function rig(
  more: Partial<SlackConfig> = {},
  fake?: FakeSlack,
  port = 0,
  file = ':memory:',
  pictures: PictureReader | null = null,
): Promise<Rig> {
  const slackIs = fake ?? (await fakeSlack());
  const logged: string[] = [];
  const line = (about: object, what: string) => void logged.push(`${what} ${JSON.stringify(about)}`);
  const log: Log = { info: line, warn: line, error: line };
  const config = configFor(slackIs.url, more);
  const patience = {
    initialInterval: 10,
    maxInterval: 50,
    sweepInterval: 15,
    noticeInterval: 30,
    lease: 25_000,
  } satisfies Partial<Policy>;
  const { database, freeze } = freezable(await sqlite(file));
  const { url, bot, store, vault, notices, stop } = await compose(config, database, log, port, patience, pictures);
  let last: () => Promise<Response> = () => Promise.reject(new Error('Nothing was delivered'));
  const deliver = (body: string, type: string) => {
    last = () => post(url, body, type);
    return last();
  };
  return {
    slack: slackIs,
    store,
    vault,
    notices,
    logged,
    url,
    post: (body, type, signed) => post(url, body, type, signed),
    event: (team, event, id) => deliver(JSON.stringify(envelopeOf(team, event, id)), json),
    interact: (payload) => deliver(interaction(payload), form),
    command: (fields) => deliver(new URLSearchParams({ command: '/activation', ...fields }).toString(), form),
    again: () => last(),
    freeze,
    idle: async (conversation) => {
      for (let tries = 0; tries < 1_000; tries += 1) {
        await bot.rest();
        const row = await store.load(conversation as Parameters<Store['load']>[0]);
        if (row === undefined || row.workAt === null) return;
        await sleep(10);
      }
      throw new Error(`Still at work: ${conversation}`);
    },
    stop: async () => {
      freeze(false);
      await stop();
      await slackIs.close();
      if (slackIs.refused.length > 0) throw new Error(`Slack would refuse: ${slackIs.refused.join('; ')}`);
    },
  };
}
