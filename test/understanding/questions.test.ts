import { expect, test } from 'vitest';
import { understand } from '../../src/bot/understanding/index.ts';

test.each([
  ['place', '本社の3階', { place: 'office' }],
  ['place', '自宅の方です', { place: 'remote' }],
  ['place', '会社ではなく取引先', { place: 'remote' }],
  ['place', '在宅の日は出るけど今日は会社です', { place: 'office' }],
  ['data', '写真だけUSBに移した', { data: 'risk' }],
  ['data', 'バックアップあるけど古い', { data: 'risk' }],
  ['key', 'シールはあるけど読めない', { key: 'none' }],
  ['vpn', '接続中…のまま進まない', { vpn: 'off' }],
  ['vpn', 'VPN、昨日は繋がらなかったけど今日は繋がりました', { vpn: 'on' }],
  ['hardware', 'バッテリーを取り替えた', { hardware: 'changed', part: 'other' }],
  ['hardware', 'メモリを16から32に', { hardware: 'changed', part: 'other' }],
  ['key', 'パソコンの裏にシールが貼ってある', { key: 'held' }],
  ['key', 'シールはない', {}],
  ['key', 'アマゾンで千円くらいのやつ', { key: 'doubtful' }],
  ['key', '3万円で買った', {}],
  ['sale', 'なんも書いてなかった', { sale: 'none' }],
  ['data', 'I never made one', { data: 'risk' }],
  ['vpn', 'just dropped', { vpn: 'off' }],
  ['vpn', 'yes but it keeps dropping', { vpn: 'on' }],
  ['data', 'yes but old', { data: 'risk' }],
  ['vpn', 'no internet problem', { network: 'ok' }],
  ['vpn', '社内なので不要です', { place: 'office', vpn: 'off' }],
  ['vpn', '昨日はつないでたけど今日はまだ', { vpn: 'off' }],
] as const)('the question of the slot “%s” is answered by: %s', (question, text, facts) => {
  expect(understand(text, { question, at: 'question', choices: [] }).facts).toEqual(facts);
});
