import { expect, test } from 'vitest';
import { readPressed } from '../../src/adapters/teams/pressed.ts';

test('only the fields of a form are read from what arrives with its button', () => {
  const sent = { to: 'form', form: true, 'field-message': 'x', 'field-edition': 7, 'other-message': 'y', copy: 'z' };
  expect(readPressed(sent)).toEqual({ type: 'form', to: 'form', values: { message: 'x' } });
});

test('a button says where it belongs, or is not one of ours', () => {
  expect(readPressed({ to: 'question.origin', choice: 'used' })).toEqual({
    type: 'choice',
    to: 'question.origin',
    choice: 'used',
  });
  expect(readPressed({ say: 'English' })).toEqual({ type: 'text', text: 'English' });
  for (const foreign of [
    {},
    { to: 'x' },
    { choice: 'used' },
    { to: '', choice: '' },
    { say: 'x'.repeat(101) },
    { form: true },
  ])
    expect(readPressed(foreign)).toEqual({ type: 'malformed' });
});
