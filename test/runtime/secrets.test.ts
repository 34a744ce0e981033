import { expect, test } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import type { ConversationId, Incoming } from '../../src/bot/ports.ts';
import type { Input } from '../../src/bot/types.ts';
import { leaksIn, ordinary, textOf, through } from '../understanding/secrets/corpus.ts';
import { makeStage, staff } from './stage.ts';
import { witness } from './witness.ts';

const warning = wordsIn('ja').text('says:secret-removed');

/** A bot, and all that it ever kept, showed, logged or handed over. */
async function watched() {
  const { store, written } = await witness();
  const stage = await makeStage({ store });
  const { bot, log } = stage.process();
  return {
    stage,
    /** Takes an input, and resolves to what is said first. */
    take: async (input: Input, over: Partial<Incoming>): Promise<readonly string[]> => {
      await bot.receive(stage.incoming(input, over));
      await bot.rest();
      return stage.last().outgoing.view.lead;
    },
    all: () => [written, stage.messages, [...stage.tickets.values()], log],
  };
}
/** A conversation in the language that its person chose, so that the warning is known. */
const own = (n: number) => ({ conversation: `slack:T1/C1/${n}.1` as ConversationId, languageChosen: true });

test('a secret in a message is neither stored, shown, logged nor handed over, in any spelling, and the person is told', async () => {
  const { take, all } = await watched();
  const untold: string[] = [];
  const spelled = through('text');
  for (const [n, one] of spelled.entries()) {
    const lead = await take(
      n % 5 === 0 ? { type: 'file', text: textOf(one), files: [] } : { type: 'text', text: textOf(one) },
      own(n % 20),
    );
    if (!lead.includes(warning)) untold.push(textOf(one));
  }
  expect(untold).toEqual([]);
  expect(leaksIn(all(), spelled)).toEqual([]);
});

test('a secret split over form fields, or cut by the limit of one, is stored, shown and logged nowhere', async () => {
  const { stage, take, all } = await watched();
  const untold: string[] = [];
  const spelled = through('form');
  for (const [n, one] of spelled.entries()) {
    await take({ type: 'text', text: '会社のPCです。担当者に相談' }, own(n));
    for (const choice of ['other-recipient', 'microsoft'])
      await take({ type: 'choice', to: stage.last().outgoing.view.id, choice }, own(n));
    const { id, form } = stage.last().outgoing.view;
    const fields = form?.fields ?? [];
    expect(fields.length).toBeGreaterThanOrEqual(one.texts.length);
    const values = Object.fromEntries(one.texts.map((text, at) => [fields[at]?.id ?? '', text]));
    const lead = await take({ type: 'form', to: id, values, files: [] }, own(n));
    if (!lead.includes(warning)) untold.push(textOf(one));
  }
  expect(untold).toEqual([]);
  expect(leaksIn(all(), spelled)).toEqual([]);
});

test('a secret in an answer of the desk is stored, shown and logged nowhere', async () => {
  const { take, all } = await watched();
  await take({ type: 'text', text: '会社のPCです' }, {});
  const spelled = through('desk');
  for (const one of spelled)
    await take(
      { type: 'desk', text: textOf(one), by: '', corrects: false, seen: null, attached: null },
      { person: staff, opens: false },
    );
  expect(leaksIn(all(), spelled)).toEqual([]);
});

test('a secret that is cut by the length limit of a message is stored, shown and logged nowhere', async () => {
  const { stage, take, all } = await watched();
  const key = ['VK7JG', 'NPHTM', 'C97JM', '9MPGT', '3V66T'];
  const spelled = { door: 'desk', kind: 'product-key', texts: [], secret: key } as const;
  await take({ type: 'text', text: '会社のPCです' }, {});
  for (let room = 1; room < 30; room += 7) {
    await take(
      {
        type: 'desk',
        text: `${'あ'.repeat(2_000 - room)}${key.join('-')}`,
        by: '',
        corrects: false,
        seen: null,
        attached: null,
      },
      { person: staff, opens: false },
    );
    expect(stage.last().outgoing.view.quote).toMatch(/^あ+•*$/);
    const lead = await take({ type: 'text', text: `${'あ'.repeat(4_000 - room)}${key.join('-')}` }, {});
    expect(lead).toContain(warning);
  }
  expect(leaksIn(all(), [spelled])).toEqual([]);
});

test('no warning about a secret is shown for ordinary texts', async () => {
  const { take } = await watched();
  const alarms: string[] = [];
  for (const [n, text] of ordinary.filter((_, at) => at % 4 === 0).entries())
    if ((await take({ type: 'text', text }, own(n % 20))).includes(warning)) alarms.push(text);
  expect(alarms).toEqual([]);
});
