import { expect, test } from 'vitest';
import { understand } from '../../src/bot/understanding/index.ts';

const heard = (text: string) => understand(text, { question: 'origin', at: 'question', choices: [] }).facts.protection;

test.each([
  "I turned my antivirus off yesterday and haven't turned it back on",
  'I forgot to turn the firewall back on',
  'ウイルス対策を切って、まだ戻してない',
  'ファイアウォール切ったまままだ戻してない',
  'ウイルス対策ソフトを戻すの忘れてた',
  'ディフェンダー切りっぱなしです',
  'ファイアウォール無効にしてそのままです',
  'ノートンを切ったのを忘れてました',
  'マカフィー止めてるけど戻してない',
  'firewall is still off',
  'I disabled defender and never re-enabled it',
  'my antivirus has been off since last week',
  "firewall's not back on yet",
  "I didn't turn defender back on",
  "haven't switched the antivirus back on",
  "antivirus is off, I'll turn it on later",
  'セキュリティソフトを切ったけど戻し忘れた',
  '昨日アバストを切って以来そのままなんです',
  'ウイルス対策ソフト、戻すの面倒で放置してます',
  "still haven't re-enabled Defender",
  'AV off right now',
  'ファイアウォールがオンに戻らない',
])('protection that is off or not put back is read from: %s', (text) => {
  expect(heard(text)).toBe('off');
});

test.each([
  'ファイアウォール切ったけど今は戻した',
  'ファイアウォールを切りましたが、もう戻しました',
  'セキュリティソフト止めたけどまたつけた',
  'ウイルスバスターを一旦止めて、また動かしてます',
  "turned the firewall off but it's back on now",
  'I switched off the antivirus, then turned it on again',
  'paused norton for an hour, it is running again',
  'ファイアウォールは戻しました',
  'ウイルスソフト一回切って今は入れてます',
  'antivirus was off but I put it back on',
  'ファイアウォールを切りましたが、試したあと元に戻しました',
  'I paused the antivirus, but I turned it back on',
  'セキュリティソフトを一時停止したんですが、再開しました',
  'disabled the firewall earlier, since re-enabled',
  'I never turned the firewall off',
  'ファイアウォールは切ってない',
])('protection that is on, or back on, is read from: %s', (text) => {
  expect(heard(text)).toBe('on');
});

test.each(['ファイアウォールは切りません', 'ファイアウォールって何ですか'])(
  'no fact about protection is read from: %s',
  (text) => {
    expect(heard(text)).toBeUndefined();
  },
);

test('something else that works does not count as protection put back', () => {
  expect(heard('ファイアウォールを切ったけど、PCは動いている')).toBe('off');
  expect(heard('I turned the firewall off but the VPN is on')).toBe('off');
});

test.each(['まだ戻してない', 'I forgot to turn it back on', 'まだ戻していません', 'forgot to'])(
  'a reply that protection is not back does not count as done: %s',
  (text) => {
    expect(understand(text, { question: undefined, at: 'putback', choices: [] }).intent).not.toBe('done');
  },
);

test.each([
  'is it safe to go on with the firewall off?',
  'ファイアウォールをオフのままで大丈夫ですか',
  'ウイルス対策を切ったまま続けていいですか',
  'is it ok without antivirus?',
])('a question about going on without protection is read as the topic “may-pause”: %s', (text) => {
  expect(understand(text, { question: 'origin', at: 'question', choices: [] }).topic).toBe('may-pause');
});
