import { expect, test } from 'vitest';
import { seal } from '../../src/adapters/slack/install/seal.ts';

const key = Buffer.alloc(32, 1).toString('base64');
const other = Buffer.alloc(32, 2).toString('base64');

test('what is sealed is opened again, and is never the same twice', () => {
  const { close, open } = seal([key]);
  const [one, two] = [close('xoxb-秘密', 'a'), close('xoxb-秘密', 'a')];
  expect(one).not.toBe(two);
  expect(Buffer.from(one, 'base64').toString()).not.toContain('xoxb');
  expect(open(one, 'a')).toEqual({ text: 'xoxb-秘密', outdated: false });
});

test('another key, another place or a changed byte opens nothing', () => {
  const sealed = seal([key]).close('xoxb-1', 'a');
  const changed = Buffer.from(sealed, 'base64');
  changed[14] = (changed[14] ?? 0) ^ 1;
  expect(() => seal([other]).open(sealed, 'a')).toThrow('cannot be decrypted');
  expect(() => seal([key]).open(sealed, 'b')).toThrow('cannot be decrypted');
  expect(() => seal([key]).open(changed.toString('base64'), 'a')).toThrow('cannot be decrypted');
  expect(() => seal([key]).open('', 'a')).toThrow('cannot be decrypted');
});

test('of several keys the first seals, and each opens what it sealed', () => {
  const sealed = seal([key]).close('xoxb-1', 'a');
  const both = seal([other, key]);
  expect(both.open(sealed, 'a')).toEqual({ text: 'xoxb-1', outdated: true });
  const anew = both.close('xoxb-1', 'a');
  expect(seal([other]).open(anew, 'a')).toEqual({ text: 'xoxb-1', outdated: false });
  expect(() => seal([key]).open(anew, 'a')).toThrow('cannot be decrypted');
});
