import { expect, test } from 'vitest';
import { render, settled } from '../../src/adapters/teams/render/render.ts';
import { draftOf } from '../../src/adapters/teams/send/send.ts';
import type { Outgoing, View } from '../../src/bot/types.ts';
import { faultsIn, partsOf } from './check.ts';
import { shownIn } from './screen.ts';

const view: View = {
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
};
const outgoing = (more: Partial<View>, handover: string | null = null): Outgoing => ({
  view: { ...view, ...more },
  facts: {},
  list: null,
  outcome: null,
  above: null,
  handover: handover === null ? null : { to: 'microsoft', text: handover },
});
const sent = (shown: Outgoing) => draftOf(render(shown, 'ja', null), 'x');
const hostile = '**太字** [link](https://example.com) <at>all</at>\n# 見出し\n1. &amp; `code` \\*';

/** The titles of the buttons of each row: those side by side, and those of its menu. */
const rowsOf = (more: Partial<View>) =>
  partsOf(render(outgoing(more), 'ja', null))
    .filter(({ type }) => type === 'ActionSet')
    .map(({ actions }) => {
      const all = actions as { title: string; mode?: string }[];
      const titles = (mode: string | undefined) => all.filter((one) => one.mode === mode).map(({ title }) => title);
      return [titles(undefined), titles('secondary')];
    });
const named = (...ids: string[]) => ids.map((id) => ({ id, label: id }));
const commands = ['dont-know', 'help', 'back', 'restart', 'human'];

test('a card shows at most five buttons side by side, the answers first, and at most five in the menu', () => {
  const few = named('personal', 'used', ...commands);
  const many = named(...Array.from({ length: 14 }, (_, n) => `reading-${n}`), ...commands);
  expect(rowsOf({ choices: few })).toEqual([
    [['personal', 'used'], []],
    [
      ['dont-know', 'human'],
      ['help', 'back', 'restart'],
    ],
  ]);
  const titles = many.map(({ label }) => label);
  expect(rowsOf({ choices: many })).toEqual([
    [titles.slice(0, 5), []],
    [[], titles.slice(5, 10)],
  ]);
  expect(faultsIn(sent(outgoing({ choices: many })))).toEqual([]);
});

test('the button that sends a form is one of the five', () => {
  const form = { submit: 'send', fields: [] };
  expect(rowsOf({ form, choices: named('skip', 'a', 'b', 'c', 'd', 'e', 'help') })).toEqual([
    [['send', 'a', 'b', 'c', 'd'], []],
    [[], ['e', 'help']],
  ]);
});

test('a command that answers the question is a button among the answers', () => {
  expect(rowsOf({ choices: named('human', 'done', 'dont-know', 'help', 'back', 'restart') })).toEqual([
    [['human', 'done'], []],
    [['dont-know'], ['help', 'back', 'restart']],
  ]);
});

test('the words of people are drawn as plain text, not as markdown', () => {
  const parts = [render(outgoing({}, hostile), 'ja', null), settled(outgoing({}, hostile), hostile, 'ja')].flatMap(
    partsOf,
  );
  expect(parts.filter(({ type, text }) => type === 'TextBlock' && String(text).includes('太字'))).toEqual([]);
  expect(shownIn(sent(outgoing({}, hostile))).lines).toEqual([hostile]);
});

test('what people and staff wrote within a sentence is drawn with its Markdown escaped, and reads as they wrote it', () => {
  const name = '[鈴木](https://evil.example/x) **_至急_** `a` \\ <at>all</at>';
  const shown = render(outgoing({ lead: [`${name}さんより`], title: name, text: `「${name}」は` }), 'ja', null);
  const drawn = partsOf(shown).flatMap(({ type, text }) => (type === 'TextBlock' ? [String(text)] : []));
  expect(drawn).toHaveLength(3);
  for (const one of drawn) {
    expect(one).toContain('\\[鈴木\\](https://evil.example/x) \\*\\*\\_至急\\_\\*\\* \\`a\\` \\\\ \\<at>');
    expect(one).not.toMatch(/(?<!\\)[[\]*`]/);
  }
  expect(shownIn(draftOf(shown, 'x')).lines).toEqual([`${name}さんより`, name, `「${name}」は`]);
});

test('an address of the web and an underscore within a word are drawn as they are', () => {
  const text = 'https://it.example.co.jp/a_b_/~c?d=_e it_support@example.co.jp';
  expect(partsOf(render(outgoing({ text }), 'ja', null)).map((part) => part['text'])).toContain(text);
});

test('the longest form and the longest message keep the limits of a Teams card', () => {
  const long = 'あ'.repeat(500);
  const fields = Array.from({ length: 7 }, (_, n) => ({ id: `f${n}`, label: long, hint: long, value: long }));
  const choices = Array.from({ length: 10 }, (_, n) => ({ id: `c${n}`, label: 'あ'.repeat(24) }));
  const lines = Array.from({ length: 10 }, () => long);
  expect(faultsIn(sent(outgoing({ form: { submit: 'x', fields }, choices, lead: lines.slice(0, 5) })))).toEqual([]);
  expect(faultsIn(sent(outgoing({ choices, notes: lines.slice(0, 3) }, lines.join('\n'))))).toEqual([]);
});

test('a view without words is a valid card', () => {
  expect(faultsIn(sent(outgoing({})))).toEqual([]);
  expect(shownIn(sent(outgoing({}))).lines).toHaveLength(1);
});

test('the pattern of a form field accepts ordinary words and no product key', () => {
  const form = { submit: 'x', fields: [{ id: 'message', label: 'x', hint: 'x', value: '' }] };
  const [input] = partsOf(render(outgoing({ form }), 'ja', null)).filter(({ type }) => type === 'Input.Text');
  const pattern = new RegExp(String(input?.['regex']));
  const ordinary = [
    '',
    '0xC004F074',
    'Windows11EnterpriseLTSC2024Evaluation',
    'these three words never reach',
    '接続できません\n2行目',
  ];
  expect(ordinary.filter((text) => !pattern.test(text))).toEqual([]);
  const keys = ['ABCDE-12345-FGHIJ-67890-KLMNO', 'キーは\nabcde-12345-fghij-67890-klmno です', 'x'.repeat(501)];
  expect(keys.filter((text) => pattern.test(text))).toEqual([]);
});
