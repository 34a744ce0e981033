import { expect, test } from 'vitest';
import { runChat } from './run.ts';

const started = ['会社のPCです', '担当者に相談'];

test('a form is filled in field by field, and an empty line leaves a field out', async () => {
  const { out } = await runChat(['--new'], [...started, '0xC004F074 と出る', 'Windows 11 Pro', '', '']);
  expect(out).toContain('・エディション：Windows 11 Pro');
  expect(out).toContain('（0xC004F074）');
  expect(out).not.toContain('・直前の操作');
});

test('a button ends the form at any field', async () => {
  for (const press of ['この内容で作る', '1', '１'])
    expect((await runChat(['--new'], [...started, press])).out).toContain('件名：');
  expect((await runChat(['--new'], [...started, 'Windows 11 Pro', '最初から'])).out).toContain('最初から始めます');
});
