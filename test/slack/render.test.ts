import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../src/adapters/slack/render/blocks.ts';
import { readBlockId, readValue, writeBlockId, writeValue } from '../../src/adapters/slack/render/buttons.ts';
import { modalOf } from '../../src/adapters/slack/render/modal.ts';
import { render, renderSettled } from '../../src/adapters/slack/render/render.ts';
import type { Outgoing } from '../../src/bot/types.ts';
import { commands } from '../../src/bot/view/choices.ts';
import { shownIn } from './screen.ts';

const conversation = 'slack:T0ONE00001:C000000001:1795376935.500001';
const blockId = writeBlockId(conversation, 'key');
const text = fc.oneof(
  fc.string({ maxLength: 80, unit: 'grapheme' }),
  fc.string({ maxLength: 6_000, unit: 'grapheme' }),
  fc.constantFrom(
    '<!channel> <@U1> *a* `b` &lt;',
    '😀'.repeat(3_000),
    '「設定」→「システム」',
    '0xC004F074'.repeat(400),
    '<https://x|y>'.repeat(300),
  ),
);
const name = fc.stringMatching(/^[a-z][a-z0-9.-]{0,20}$/);
const outgoing: fc.Arbitrary<Outgoing> = fc.record({
  view: fc.record({
    id: name,
    lead: fc.array(text, { maxLength: 4 }),
    quote: text,
    title: text,
    text,
    steps: fc.array(
      text.filter((one) => one !== ''),
      { maxLength: 30 },
    ),
    headlines: fc.array(
      fc.record({ text: text.filter((one) => one !== ''), detail: fc.array(text, { maxLength: 3 }) }),
      { maxLength: 30 },
    ),
    notes: fc.array(text, { maxLength: 30 }),
    hints: fc.array(text, { maxLength: 30 }),
    choices: fc
      .uniqueArray(fc.record({ id: name, label: text.filter((one) => one !== '') }), {
        selector: ({ id }) => id,
        maxLength: 4,
      })
      .map((own) => [
        ...own.filter(({ id }) => !(commands as readonly string[]).includes(id)),
        ...commands.map((id) => ({ id, label: id })),
      ]),
    form: fc.option(
      fc.record({
        submit: text.filter((one) => one !== ''),
        fields: fc.uniqueArray(
          fc.record({ id: name, label: text.filter((one) => one !== ''), hint: text, value: text }),
          { selector: ({ id }) => id, minLength: 1, maxLength: 10 },
        ),
      }),
    ),
  }),
  facts: fc.constant({}),
  list: fc.constant(null),
  outcome: fc.constant(null),
  above: text,
  handover: fc.option(fc.record({ to: fc.constant('seller' as const), text: text.filter((one) => one !== '') })),
});

/** Slack's limits, written down a second time, without our schema: https://docs.slack.dev/reference/block-kit/blocks */
function problems(blocks: readonly Block[]): readonly string[] {
  const long = (what: string, words: string, most: number) =>
    words.length > most || words === '' ? [`${what} ${words.length}`] : [];
  return [
    ...(blocks.length > 50 ? ['blocks'] : []),
    ...(JSON.stringify(blocks).length > 13_200 ? ['message'] : []),
    ...blocks.flatMap((block) => {
      if (block.type === 'header') return long('header', block.text.text, 150);
      if (block.type === 'section') return long('section', block.text.text, 3_000);
      if (block.type === 'context') return block.elements.flatMap((one) => long('context', one.text, 3_000));
      if (block.type !== 'actions') return [];
      return block.elements.flatMap((one) => {
        if (one.type === 'button')
          return [...long('button', one.text.text, 75), ...long('value', one.value ?? '', 2_000)];
        return [
          ...(one.options.length > (one.type === 'overflow' ? 5 : 100) ? ['options'] : []),
          ...one.options.flatMap((o) => [...long('option', o.text.text, 75), ...long('value', o.value, 75)]),
        ];
      });
    }),
  ];
}

test('the message of any view keeps the limits of Slack', () => {
  fc.assert(
    fc.property(outgoing, fc.constantFrom('ja' as const, 'en' as const), (one, language) => {
      const message = render(one, blockId, language);
      expect(problems(message.blocks)).toEqual([]);
      expect(message.text.length).toBeLessThanOrEqual(4_000);
      const buttons = message.blocks.flatMap((block) =>
        block.type === 'actions' ? block.elements.filter(({ type }) => type === 'button') : [],
      );
      expect(buttons.length).toBeLessThanOrEqual(5);
      const offered = shownIn(message.blocks).buttons.map(({ choice }) => choice);
      expect(one.view.choices.map(({ id }) => id).filter((id) => !offered.includes(id))).toEqual([]);
      expect(problems(renderSettled(one, 'x'.repeat(500), language).blocks)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('the modal of any form keeps the limits of Slack', () => {
  fc.assert(
    fc.property(outgoing, ({ view: { form } }) => {
      if (form === null) return;
      const modal = modalOf(form, { conversation, to: 'form', language: 'ja' }, true);
      expect(modal.title.text.length).toBeLessThanOrEqual(24);
      expect(modal.submit.text.length).toBeLessThanOrEqual(24);
      expect(modal.private_metadata.length).toBeLessThanOrEqual(3_000);
    }),
    { numRuns: 50 },
  );
});

const plain: Outgoing = {
  view: {
    id: 'question.origin',
    lead: [],
    quote: '',
    title: '',
    text: '',
    steps: [],
    headlines: [],
    notes: [],
    hints: [],
    choices: [],
    form: null,
  },
  facts: {},
  list: null,
  outcome: null,
  above: null,
  handover: null,
};

test('a text that is cut to the limit of Slack ends with a note', () => {
  const long = { ...plain, view: { ...plain.view, text: 'あ'.repeat(19_000) } };
  expect(shownIn(render(long, blockId, 'ja').blocks).lines[0]).toMatch(/（長いため、ここまでを表示しています）$/);
});

test('a text with mrkdwn characters cannot mention, link or format', () => {
  const hostile = '<!channel> <@U1> <https://evil|safe>';
  const message = render({ ...plain, view: { ...plain.view, text: hostile, notes: [hostile] } }, blockId, 'ja');
  const shown = '&lt;!channel&gt; &lt;@U1&gt; &lt;https://evil|safe&gt;';
  expect(message.text).toBe(`${shown}\n※ ${shown}`);
  expect(JSON.stringify(message.blocks)).not.toMatch(/"mrkdwn","text":"[^"]*</);
  expect(shownIn(message.blocks).lines).toEqual([hostile, `※ ${hostile}`]);
});

test('a message to copy is shown in full, at 4,500 characters too, and is in the notification with the cautions', () => {
  const handover = { to: 'seller' as const, text: `${'あ'.repeat(4_500)}終わり` };
  const whole = render({ ...plain, view: { ...plain.view, notes: ['注意'] }, handover }, blockId, 'ja');
  expect(shownIn(whole.blocks).lines.join()).toContain('終わり');
  const short = render(
    { ...plain, view: { ...plain.view, notes: ['注意'] }, handover: { ...handover, text: '文面' } },
    blockId,
    'ja',
  );
  expect(short.text.split('\n').slice(-2)).toEqual(['文面', '※ 注意']);
});

test('a quotation of 40 characters in 「」 is not bold, as a name on the screen is', () => {
  const text = `「${'あ'.repeat(40)}」と出ます`;
  const [block] = render({ ...plain, view: { ...plain.view, text } }, blockId, 'ja').blocks;
  expect(JSON.stringify(block)).not.toContain('bold');
});

test('names in 「」 are bold, and error codes are formatted as code', () => {
  const [block] = render(
    { ...plain, view: { ...plain.view, text: '「設定」で0xC004F074を見ます' } },
    blockId,
    'ja',
  ).blocks;
  expect(block).toEqual({
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: '「設定」', style: { bold: true } },
          { type: 'text', text: 'で' },
          { type: 'text', text: '0xC004F074', style: { code: true } },
          { type: 'text', text: 'を見ます' },
        ],
      },
    ],
  });
});

test('the value and block id of a button give back its conversation, view and choice', () => {
  expect(readValue(writeValue('question.origin', 'personal'))).toEqual({ to: 'question.origin', choice: 'personal' });
  expect(readBlockId(blockId)).toBe(conversation);
});

test.each(['', 'x', 'a b c', '{"a":1}'])(
  'a button value that the bot did not write is read as an unknown view: %j',
  (value) => {
    expect(readValue(value)).toEqual({ to: 'unknown', choice: 'unknown' });
  },
);
