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
  notes: [],
  choices: [],
  form: null,
};
const outgoing = (more: Partial<View>, handover: string | null = null): Outgoing => ({
  view: { ...view, ...more },
  facts: {},
  list: null,
  outcome: null,
  above: '',
  handover: handover === null ? null : { to: 'microsoft', text: handover },
});
const sent = (shown: Outgoing) => draftOf(render(shown, 'ja'), 'x');
const hostile = '**太字** [link](https://example.com) <at>all</at>\n# 見出し\n1. &amp; `code` \\*';

test('a card shows every choice as a button, at most six in a row', () => {
  const choices = Array.from({ length: 14 }, (_, n) => ({ id: `reading-${n}`, label: `${n}` }));
  const shown = sent(outgoing({ choices }));
  expect(shownIn(shown).buttons.map(({ title }) => title)).toEqual(choices.map(({ label }) => label));
  expect(faultsIn(shown)).toEqual([]);
});

test('a command that answers the question is a button among the answers', () => {
  const choices = ['human', 'done', 'dont-know', 'help', 'back', 'restart'].map((id) => ({ id, label: id }));
  const rows = partsOf(render(outgoing({ choices }), 'ja')).filter(({ type }) => type === 'ActionSet');
  expect(rows.map(({ actions }) => (actions as { title: string }[]).map(({ title }) => title))).toEqual([
    ['human', 'done'],
    ['dont-know', 'help', 'back', 'restart'],
  ]);
});

test('the words of people are drawn as plain text, not as markdown', () => {
  const parts = [render(outgoing({}, hostile), 'ja'), settled(outgoing({}, hostile), hostile, 'ja')].flatMap(partsOf);
  expect(parts.filter(({ type, text }) => type === 'TextBlock' && String(text).includes('太字'))).toEqual([]);
  expect(shownIn(sent(outgoing({}, hostile))).lines).toEqual([hostile]);
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
  const [input] = partsOf(render(outgoing({ form }), 'ja')).filter(({ type }) => type === 'Input.Text');
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
