import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { hoursSchema } from '../../src/adapters/config/hours.ts';
import { type DeskEntry, readDesks } from '../../src/adapters/desk/file.ts';
import { deskKinds } from '../../src/adapters/desk/kinds.ts';
import { webhookEvent } from '../../src/adapters/desk/webhook-event.ts';
import { webhookReport } from '../../src/adapters/desk/webhook-inbound.ts';
import { slackDesks } from '../../src/adapters/slack/desks.ts';
import { type SlackValues, slackVariables } from '../../src/adapters/slack/variables.ts';
import { teamsDesks } from '../../src/adapters/teams/desks.ts';
import { type TeamsValues, teamsVariables } from '../../src/adapters/teams/variables.ts';
import { secret } from './outside.ts';

const examplesIn = (page: string): readonly Readonly<Record<string, unknown>>[] => {
  const text = readFileSync(join(import.meta.dirname, '../../docs', page), 'utf8');
  return [...text.matchAll(/^```json\n(.*?)^```/gms)].map(([, example = '']) => JSON.parse(example));
};
const general = examplesIn('desks.md');
const ofSystems = examplesIn('desks-systems.md');

/** What an operator puts in place of each `$NAME`. */
const environment = new Proxy<Record<string, string>>(
  {},
  {
    get: (_, name) => {
      if (String(name).endsWith('_FILE')) return undefined;
      return name === 'SMTP_URL' ? 'smtps://navi:secret@mail.example.jp' : secret;
    },
  },
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninsho-docs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Reads a desks file as the program does, up to the kind of each desk; returns the kinds. */
function kindsIn(content: unknown): readonly string[] {
  const file = join(folder, 'desks.json');
  writeFileSync(file, JSON.stringify(content));
  const entries = readDesks(file, environment, ['slack', 'teams']);
  const of = (kind: string): readonly DeskEntry[] => entries.filter(({ via }) => via.kind === kind);
  expect(slackDesks(z.object(slackVariables).parse({}) as SlackValues, of('slack'))).toHaveLength(of('slack').length);
  expect(teamsDesks(z.object(teamsVariables).parse({}) as TeamsValues, of('teams'))).toHaveLength(of('teams').length);
  for (const { kind } of deskKinds)
    for (const { via } of of(kind)) {
      const { kind: _, ...others } = via;
      deskKinds.find((one) => one.kind === kind)?.read(others);
    }
  return entries.map(({ via }) => via.kind);
}

test('the desks that are shown as examples can be used as they stand there', () => {
  const files = general.filter(({ desks }) => desks !== undefined);
  expect(files.map(kindsIn)).toEqual([['slack', 'teams'], ['mail'], ['webhook']]);
  expect(ofSystems.map((desk) => kindsIn({ desks: [desk] }))).toEqual([
    ['jira'],
    ['servicenow'],
    ['zendesk'],
    ['backlog'],
  ]);
});

test('the office hours that are shown as an example can be used as they stand there, in a desk as well', () => {
  const shown = general.flatMap(({ hours }) => (hours === undefined ? [] : [hours]));
  expect(shown.map((hours) => hoursSchema.safeParse(hours).error)).toEqual([undefined]);
  const files = general.flatMap(({ desks }) => (Array.isArray(desks) ? [desks] : []));
  for (const desks of files) kindsIn({ desks: desks.map((desk) => ({ ...desk, hours: shown[0] })) });
});

test('the event and the report that are shown as examples are what the program sends and takes', () => {
  const event = general.filter(({ type }) => type !== undefined);
  expect(event.map((one) => webhookEvent.parse(one))).toEqual(event);
  const report = general.filter(({ action }) => action !== undefined);
  expect(report.map((one) => webhookReport.safeParse(one).success)).toEqual([true]);
});

test('there is no example that nothing of this holds to the program', () => {
  const held = ['desks', 'hours', 'type', 'action'];
  expect(general.map((one) => held.filter((field) => field in one))).toEqual(general.map(() => [expect.any(String)]));
});
