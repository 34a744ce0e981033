import { webApi } from '@slack/bolt';
import { type Finding, found, inTime } from '../../doctor/finding.ts';
import type { SlackConfig } from '../config.ts';
import { describe } from '../describe.ts';
import type { ChannelName } from '../desks.ts';
import { refusal } from '../send/attempt.ts';
import type { Workspaces } from './workspaces.ts';

/** Checks the configured channels with Slack (https://docs.slack.dev/reference/methods/conversations.info): each problem that keeps the bot from working there, with its remedy. Never rejects. */
export async function channelFindings(
  { support, desks }: Pick<SlackConfig, 'support' | 'desks'>,
  workspaces: Workspaces,
): Promise<readonly Finding[]> {
  const named = [...support.map((name) => ({ ...name, setting: 'SLACK_SUPPORT_CHANNELS' })), ...desks];
  const findings: Finding[] = [];
  for (const name of named) {
    const about = `${name.setting} ${name.channel}:`;
    const check = async () => {
      try {
        const seen = await look(name, 'staff' in name, workspaces);
        return seen === undefined ? [] : found(seen.state, `${about} ${seen.what}`);
      } catch (error) {
        return found('away', `${about} could not be checked (${describe(error)})`);
      }
    };
    findings.push(...(await inTime(about, check)));
  }
  return findings;
}

const wrong = (what: string): Finding => ({ state: 'wrong', what });

/** Returns what is wrong with a channel, with its remedy, or undefined if nothing is. `isDesk`: tickets are posted there. Rejects when Slack cannot be asked. */
async function look(
  { team, channel }: ChannelName,
  isDesk: boolean,
  workspaces: Workspaces,
): Promise<Finding | undefined> {
  const place = team ?? (await workspaces.only()) ?? '';
  const bot = await workspaces.bot(place);
  if (bot === undefined) return wrong(`the app is not installed in workspace ${place}`);
  try {
    const { channel: found } = await workspaces.client(bot).conversations.info({ channel });
    const name = found?.name === undefined ? 'it' : `#${found.name}`;
    if (found?.is_archived === true) return wrong(`${name} is archived`);
    if (found?.is_member === false) return wrong(`the app is not in ${name}; invite the app to ${name}`);
    if (!isDesk || found?.is_ext_shared !== true) return undefined;
    const what = `${name} is shared with another company, whose people read every ticket and may answer unless the desks file names the desk’s staff`;
    return { state: 'warning', what };
  } catch (error) {
    const why = refusal(error);
    const todo = why === undefined ? undefined : refusals[why]?.(neededFor(error));
    if (todo === undefined) throw error;
    return wrong(`${todo} (${why})`);
  }
}

const refusals: Readonly<Record<string, (needed: string) => string>> = {
  channel_not_found: () => 'there is no such channel, or it is private; check the id, or invite the app to it',
  not_in_channel: () => 'the app is not in it; invite the app to it',
  missing_scope: (needed) =>
    `the app may not look at it${needed}; update the app from its manifest (npm run -s slack:manifest) and install it again`,
};

/** Returns the missing scope that Slack names, as part of a sentence; empty if it names none. */
function neededFor(error: unknown): string {
  const data: object = error instanceof webApi.WebAPIPlatformError ? error.data : {};
  const needed = 'needed' in data ? data.needed : undefined;
  return typeof needed === 'string' && /^[a-z.:,]{1,200}$/.test(needed) ? `, for which it needs ${needed}` : '';
}
