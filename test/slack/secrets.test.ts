import { afterEach, beforeEach, expect, test } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import type { PersonId } from '../../src/bot/ports.ts';
import { leaksIn, type Spelling, textOf, through } from '../understanding/secrets/corpus.ts';
import { desk, drawnOn, handedOver, openAnswer, person, sendAnswer, team } from './at-desk.ts';
import { nextTs } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import { clickOf, openedIn, submissionOf } from './interactions.ts';
import { openedBy } from './opened.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

let bot: Rig;
beforeEach(async () => {
  bot = await rig({ desks: [deskOn(desk)] });
});
afterEach(() => bot.stop());

/** Fields beside those with a secret. */
const harmless = ['エラーが出ます', 'Windows 11 Pro'];

/** Of these spellings, what Slack was told, the record holds or the log says. */
async function leaked(spelled: readonly Spelling[]): Promise<readonly string[]> {
  const records = await bot.store.of(`slack:${team}:${person}` as PersonId);
  return leaksIn([bot.slack.calls.map(({ body }) => body), records, bot.logged], spelled);
}

test('a secret in a slash command is neither posted nor stored, in any spelling, and the person is told', async () => {
  const spelled = through('command');
  for (const one of spelled) {
    const fields = { team_id: team, user_id: person, channel_id: channels.support, response_url: '' };
    await bot.command({ ...fields, text: textOf(one), trigger_id: nextTs() });
    const { root, replies } = await openedBy(bot, team, channels.support);
    expect(JSON.stringify(root)).toMatch(/あ{900}|•••/);
    expect(shownIn(replies[0]?.blocks ?? []).lines).toContain(wordsIn('ja').text('says:secret-removed'));
  }
  expect(await leaked(spelled)).toEqual([]);
});

test('a secret in a message on which the shortcut is used is neither posted nor stored', async () => {
  const spelled = through('shortcut');
  for (const one of spelled) {
    const ts = nextTs();
    await bot.interact({
      type: 'message_action',
      callback_id: 'consult',
      team: { id: team },
      user: { id: person },
      trigger_id: nextTs(),
      channel: { id: 'C0PRIVATE1' },
      message: { ts, text: textOf(one), user: person },
      message_ts: ts,
    });
    const { root, replies } = await openedBy(bot, team, await bot.slack.direct(team, person));
    expect(JSON.stringify(root)).toContain('•••');
    expect(replies).toHaveLength(1);
  }
  expect(await leaked(spelled)).toEqual([]);
});

test('a secret in an answer of the desk is refused beside its field, and the answer is sent to nobody', async () => {
  const asked = await handedOver(bot);
  const form = await openAnswer(bot.slack, bot.interact);
  const spelled = through('desk');
  const before = (await asked.held()).length;
  for (const one of spelled)
    expect(await sendAnswer(bot.interact, form, textOf(one))).toEqual({ answer: expect.stringContaining('別の方法') });
  await bot.idle(asked.conversation);
  expect(await asked.held()).toHaveLength(before);
  expect(await leaked(spelled)).toEqual([]);
});

test('a secret in a form is refused beside every field that holds a part of it, and nothing is stored', async () => {
  const thread = nextTs();
  const conversation = `slack:${team}:${channels.support}:${thread}`;
  const own = { type: 'message', channel: channels.support, channel_type: 'channel', user: person };
  await bot.event(team, { ...own, text: '会社のPCです。担当者に相談したいです', ts: thread });
  const last = async () => {
    await bot.idle(conversation);
    return (await bot.slack.held(team, channels.support, thread)).at(-1);
  };
  const at = { team, user: person, channel: channels.support, thread };
  for (const label of ['別の宛先で作る', 'Microsoftの窓口']) {
    const on = await last();
    await bot.interact(clickOf({ ...at, on: on?.ts }, drawnOn(on, label)));
  }
  const on = await last();
  const opener = shownIn(on?.blocks ?? []).form;
  if (opener === undefined) throw new Error('No form');
  const trigger = await bot.slack.trigger(team, person);
  await bot.interact(clickOf({ ...at, on: on?.ts, trigger }, opener));
  const opened = openedIn(bot.slack);
  const fields = Object.keys(opened.known);
  const spelled = through('form').filter(({ texts }) => texts.every((text) => text.length <= 500));
  for (const one of spelled) {
    const values = Object.fromEntries(one.texts.map((text, n) => [fields[n] ?? '', text]));
    const answer = await bot.interact(submissionOf(team, person, opened, values));
    const { errors } = (await answer.json()) as { errors: Readonly<Record<string, string>> };
    const holding = one.texts.flatMap((text, n) => (harmless.includes(text) ? [] : [fields[n]]));
    expect(Object.keys(errors)).toEqual(holding);
  }
  expect(await leaked(spelled)).toEqual([]);
});
