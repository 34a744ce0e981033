import { expect, test } from 'vitest';
import { seal } from '../src/adapters/seal.ts';

const key = Buffer.alloc(32, 1).toString('base64');
const other = Buffer.alloc(32, 2).toString('base64');

test('a token is decrypted with its key, and two encryptions of it differ', () => {
  const { close, open } = seal([key]);
  const [one, two] = [close('xoxb-秘密', 'a'), close('xoxb-秘密', 'a')];
  expect(one).not.toBe(two);
  expect(Buffer.from(one, 'base64').toString()).not.toContain('xoxb');
  expect(open(one, 'a')).toEqual({ text: 'xoxb-秘密', outdated: false });
});

test('a token is not decrypted with another key, at another place, or after a byte has changed', () => {
  const sealed = seal([key]).close('xoxb-1', 'a');
  const changed = Buffer.from(sealed, 'base64');
  changed[14] = (changed[14] ?? 0) ^ 1;
  expect(() => seal([other]).open(sealed, 'a')).toThrow('cannot be decrypted');
  expect(() => seal([key]).open(sealed, 'b')).toThrow('cannot be decrypted');
  expect(() => seal([key]).open(changed.toString('base64'), 'a')).toThrow('cannot be decrypted');
  expect(() => seal([key]).open('', 'a')).toThrow('cannot be decrypted');
});

test('the first of several keys encrypts, and each key decrypts what it encrypted', () => {
  const sealed = seal([key]).close('xoxb-1', 'a');
  const both = seal([other, key]);
  expect(both.open(sealed, 'a')).toEqual({ text: 'xoxb-1', outdated: true });
  const anew = both.close('xoxb-1', 'a');
  expect(seal([other]).open(anew, 'a')).toEqual({ text: 'xoxb-1', outdated: false });
  expect(() => seal([key]).open(anew, 'a')).toThrow('cannot be decrypted');
});
