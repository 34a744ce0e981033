import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { slackConfig } from '../../src/adapters/slack/config.ts';
import type { SlackDesk } from '../../src/adapters/slack/desks.ts';
import { type SlackValues, slackVariables } from '../../src/adapters/slack/variables.ts';
import { drawnOn, handedOver, sendAnswer, staff, team } from './at-desk.ts';
import { deskOn } from './desk-on.ts';
import { clickOf, openedIn } from './interactions.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

const [first, second] = [channels.general, channels.support];
const english = { id: 'lab', name: 'Lab', language: 'en', zone: 'Europe/London' } as const satisfies Partial<SlackDesk>;

describe('several desks in Slack', () => {
  let bot: Rig;
  let asked: Awaited<ReturnType<typeof handedOver>>;
  beforeEach(async () => {
    bot = await rig({ desks: [deskOn(first), deskOn(second, english)] });
    asked = await handedOver(bot);
  });
  afterEach(() => bot.stop());
  const ticketIn = async (channel: string) => (await bot.slack.held(team, channel)).at(-1);
  const press = async (channel: string, label: string) => {
    const ticket = await ticketIn(channel);
    const on = { team, user: staff, channel, thread: ticket?.ts ?? '', on: ticket?.ts };
    await bot.interact(clickOf({ ...on, trigger: await bot.slack.trigger(team, staff) }, drawnOn(ticket, label)));
    await bot.idle(asked.conversation);
  };

  test('each gets a ticket for a case that it takes, in its own language', async () => {
    const labels = async (channel: string) =>
      shownIn((await ticketIn(channel))?.blocks ?? []).buttons.map(({ label }) => label);
    expect(await labels(first)).toContain('担当する');
    expect(await labels(second)).toContain('Take it');
  });

  test('a case that is taken at one of them stands as taken on the ticket of each', async () => {
    await press(second, 'Take it');
    const lines = async (channel: string) => shownIn((await ticketIn(channel))?.blocks ?? []).lines.join('\n');
    expect(await lines(first)).toContain('担当しています');
    expect(await lines(second)).toContain('Taken by');
  });

  test('the answer form of each is in its language', async () => {
    await press(second, 'Reply to them');
    expect(Object.keys(openedIn(bot.slack).labels)).toContain('Reply');
    await press(first, '本人に返事する');
    expect(Object.keys(openedIn(bot.slack).labels)).toContain('返事');
  });

  test('who answered what at one of them stands once in the thread of each, in its language, and can be corrected there', async () => {
    await press(first, '本人に返事する');
    const said = '再起動してください';
    await sendAnswer(bot.interact, openedIn(bot.slack), said);
    await bot.idle(asked.conversation);
    const below = async (channel: string) =>
      (await bot.slack.held(team, channel, (await ticketIn(channel))?.ts)).map(({ blocks }) => shownIn(blocks));
    const [own, other] = [await below(first), await below(second)];
    expect(own.map(({ lines }) => lines)).toEqual([[`<@${staff}>さんが、本人に返事しました。`, said]]);
    expect(other.map(({ lines }) => lines)).toEqual([[`<@${staff}> replied to the person who asked.`, said]]);
    expect(other[0]?.buttons.map(({ label }) => label)).toEqual(['Correct this reply']);
  });
});

describe('the desks of the desks file that are in Slack', () => {
  const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', SLACK_DESK_CHANNEL: 'C1' };
  const oauth = {
    ...{ SLACK_SIGNING_SECRET: 's', SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'c' },
    ...{ SLACK_STATE_SECRET: 'x'.repeat(16), SLACK_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64') },
  };
  const entry = (id: string, via: object) => {
    const { name, takes, serves, hours, escalatesTo, language, zone } = deskOn('', english);
    return { setup: { id, name, takes, serves, hours, escalatesTo, language, zone }, via: { kind: 'slack', ...via } };
  };
  const read = (environment: Readonly<Record<string, string>>, ...entries: readonly ReturnType<typeof entry>[]) =>
    slackConfig(z.object(slackVariables).parse(environment) as SlackValues, entries)?.desks;

  test('stand beside that of SLACK_DESK_CHANNEL, each with its own properties', () => {
    expect(read(http, entry('lab', { channel: 'T1/C2', staff: ['U1', 'S1'] }))).toEqual([
      deskOn('C1'),
      deskOn('C2', { ...english, team: 'T1', setting: 'DESKS_FILE lab', staff: ['U1', 'S1'] }),
    ]);
  });

  test.each([
    ['without a channel', http, entry('lab', {}), 'DESKS_FILE: lab: '],
    ['with a channel that is none', http, entry('lab', { channel: '#lab' }), 'must be the id of a channel'],
    ['with staff who are none', http, entry('lab', { channel: 'C2', staff: ['@sato'] }), 'id of a person'],
    ['with an unknown field', http, entry('lab', { channel: 'C2', colour: 'red' }), 'colour'],
    ['with the id of that desk', http, entry('slack', { channel: 'C2' }), 'slack: another desk has this id'],
    ['in the channel of that desk', http, entry('lab', { channel: 'T1/C1' }), 'lab: the desk slack is there already'],
    [
      'of many workspaces without one',
      oauth,
      entry('lab', { channel: 'C2' }),
      'DESKS_FILE lab C2: with many workspaces',
    ],
    [
      'in a workspace that may not install the bot',
      { ...oauth, SLACK_TEAMS: 'T2' },
      entry('lab', { channel: 'T1/C2' }),
      'DESKS_FILE lab T1/C2: not in a workspace of SLACK_TEAMS',
    ],
  ])('are refused with a line that names the entry, %s', (_title, environment, one, line) => {
    expect(() => read(environment, one)).toThrow(line);
  });
});
