import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, startApp } from '../../../src/adapters/app.ts';
import { readSettings } from '../../../src/adapters/config/settings.ts';
import { ownContacts } from '../../doctor/own-contacts.ts';
import { signingSecret } from '../../slack/deliver.ts';
import { fakeSlack } from '../../slack/fake-slack.ts';
import { channels, workspaces } from '../../slack/workspace.ts';
import { startService } from '../../teams/service.ts';
import { jiraDesk, mailDesk, type OutsideDesk, webhookDesk } from './outside.ts';
import { slackAsker, slackStaff, slackVia } from './slack.ts';
import { teamsAsker, teamsStaff, teamsVia } from './teams.ts';
import type { Asker, Staff } from './way.ts';

export const askers = ['slack', 'teams'] as const;
export const desks = ['slack', 'teams', 'mail', 'webhook', 'jira'] as const;
const outside = { mail: mailDesk, webhook: webhookDesk, jira: jiraDesk };

/** Somebody who asks in one channel, and the desk in another, with the whole program between them. */
export interface World {
  readonly asker: Asker;
  readonly staff: Staff;
  /** What was logged as a warning or an error, one line each. */
  readonly troubles: readonly string[];
  /** Ends it all. Rejects with an Error if a channel was sent what it would refuse. */
  stop(): Promise<void>;
}

/** Starts the whole program as its settings set it up, over SQLite in a folder of its own, with both channels and one desk. */
export async function startWorld(from: (typeof askers)[number], to: (typeof desks)[number]): Promise<World> {
  const [slack, teams] = await Promise.all([fakeSlack(), startService()]);
  // The emulator knows neither what people wrote nor these people.
  for (const method of ['reactions.add', 'chat.postEphemeral']) slack.says(method, { ok: true });
  const other: OutsideDesk | undefined = to === 'slack' || to === 'teams' ? undefined : await outside[to]();
  const folder = mkdtempSync(join(tmpdir(), 'ninsho-ways-'));
  const via = other?.via ?? (to === 'slack' ? slackVia : teamsVia(teams));
  const file = join(folder, 'desks.json');
  writeFileSync(file, JSON.stringify({ desks: [{ id: 'it', name: '情報システム部', takes: ['it-admin'], via }] }));
  const settings = readSettings({
    DATA_DIR: folder,
    PORT: '0',
    DRAIN_SECONDS: '0',
    DESKS_FILE: file,
    CONTACTS_FILE: ownContacts(folder),
    SLACK_BOT_TOKEN: workspaces.T0ONE00001.token,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_SUPPORT_CHANNELS: channels.support,
    SLACK_API_URL: slack.url,
    SLACK_POSTS_PER_SECOND: '0',
    TEAMS_LOCAL: 'true',
    TEAMS_POSTS_PER_SECOND: '0',
  });
  const troubles: string[] = [];
  const trouble = (about: object, what: string) => void troubles.push(`${what} ${JSON.stringify(about)}`);
  const app: App = await startApp(settings, { info: () => {}, warn: trouble, error: trouble });
  const port = () => app.port;
  const url = () => `http://127.0.0.1:${app.port}`;
  const lines = { slack, teams, url };
  return {
    asker: from === 'slack' ? slackAsker(lines) : teamsAsker(lines),
    staff: other?.staff(port) ?? (to === 'slack' ? slackStaff(lines) : teamsStaff(lines)),
    troubles,
    stop: async () => {
      await app.stop();
      await Promise.all([slack.close(), teams.stop(), other?.stop()]);
      rmSync(folder, { recursive: true });
      const wrong = [...slack.refused, ...teams.wrong];
      if (wrong.length > 0) throw new Error(`Would be refused: ${wrong.join('; ')}`);
    },
  };
}
