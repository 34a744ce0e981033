import { expect, test } from 'vitest';
import { fills } from '../../src/adapters/terminal/fill-in.ts';
import { runChat } from './run.ts';

const started = ['会社のPCです', '担当者に相談'];

test('the terminal asks for a form field by field, and an empty line leaves a field out', async () => {
  const { out } = await runChat(['--new'], [...started, '0xC004F074 と出る', 'Windows 11 Pro', '', '', '']);
  expect(out).toContain('・エディション：Windows 11 Pro');
  expect(out).toContain('（0xC004F074）');
  expect(out).not.toContain('・直前の操作');
});

test('a button or its number ends the form at any field', async () => {
  for (const press of ['この内容で作る', '1', '１'])
    expect((await runChat(['--new'], [...started, press])).out).toContain('件名：');
  expect((await runChat(['--new'], [...started, 'Windows 11 Pro', '最初から'])).out).toContain('最初から始めます');
});

test('“わからない” leaves out the present field and no other', async () => {
  const { out } = await runChat(
    ['--new'],
    [
      'HDDからカチカチ音がします',
      '業者への相談文を作る',
      '富士通 FMV',
      'HDD',
      'カチカチ鳴る',
      '3日前から',
      'わからない',
      '',
      'わからない',
    ],
  );
  for (const told of [
    'PCの型番：富士通 FMV',
    '症状：カチカチ鳴る',
    '症状が始まった時期：3日前から',
    'ドライブの様子：異音あり',
  ])
    expect(out).toContain(told);
  expect(out).toContain('件名：');
  expect(out).not.toContain('最後に行った操作：');
});

test('a form that is ended early keeps the fields filled in before', async () => {
  const { out } = await runChat(['--new'], [...started, '0xC004F074 と出る', 'この内容で作る']);
  expect(out).toContain('（0xC004F074）');
});

test('a command typed at a field does not become its value', async () => {
  const { out } = await runChat(['--new'], [...started, 'やめる', '', '', '', '', '', '']);
  expect(out).not.toContain('：やめる');
});

test.each(['やめる', '戻る', 'もう一度', 'cancel', '電話番号は？'])(
  'the line 「%s」 is not taken as the value of a field',
  (line) => {
    expect(fills(line, undefined)).toBe(false);
  },
);

test('“いらない” leaves out the present field', async () => {
  const { out } = await runChat(['--new'], [...started, 'いらない', 'Windows 11 Pro', '', '', '']);
  expect(out).not.toContain('いらない');
  expect(out).toContain('・エディション：Windows 11 Pro');
});

test.each(['VPNに接続できない', '昨日の更新のあと', '0xC004F074', 'わからない画面が出た', 'いらない', ''])(
  'the line 「%s」 fills in a field or leaves it out',
  (line) => {
    expect(fills(line, undefined)).toBe(true);
  },
);
