import { expect, test } from 'vitest';
import { seal } from '../../src/adapters/slack/seal.ts';

const key = Buffer.alloc(32, 1).toString('base64');
const other = Buffer.alloc(32, 2).toString('base64');

test('what is sealed is opened again, and is never the same twice', () => {
  const { close, open } = seal(key);
  const [one, two] = [close('xoxb-秘密', 'a'), close('xoxb-秘密', 'a')];
  expect(one).not.toBe(two);
  expect(Buffer.from(one, 'base64').toString()).not.toContain('xoxb');
  expect(open(one, 'a')).toBe('xoxb-秘密');
});

test('another key, another place or a changed byte opens nothing', () => {
  const sealed = seal(key).close('xoxb-1', 'a');
  const changed = Buffer.from(sealed, 'base64');
  changed[14] = (changed[14] ?? 0) ^ 1;
  expect(() => seal(other).open(sealed, 'a')).toThrow('cannot be decrypted');
  expect(() => seal(key).open(sealed, 'b')).toThrow('cannot be decrypted');
  expect(() => seal(key).open(changed.toString('base64'), 'a')).toThrow('cannot be decrypted');
  expect(() => seal(key).open('', 'a')).toThrow('cannot be decrypted');
});
