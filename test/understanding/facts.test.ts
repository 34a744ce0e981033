import { expect, test } from 'vitest';
import { understand } from '../../src/bot/understanding/index.ts';
import { type Facts, learn } from '../../src/flows/facts.ts';

const heard = (text: string) => understand(text, { question: 'origin', at: 'question', choices: [] });

test.each([
  'データ消えちゃった',
  'もう初期化しちゃった',
  '写真が全部なくなった',
  'データを失いました',
  'I lost all my photos',
  'I accidentally wiped it',
])('data is lost: %s', (text) => {
  expect(heard(text).facts.data).toBe('lost');
});

test.each([
  '右下のやつが消えました',
  '初期化しました',
  'データは消えませんか',
  'データが消えたらどうしよう',
  'ファイルを消しました',
  'everything is gone',
])('no data is lost: %s', (text) => {
  expect(heard(text).facts.data).not.toBe('lost');
});

test.each(['再インストールしたら直りました', '再インストールしたら治らなくなった', '初期化したら出るようになった'])(
  'a reset was made, and none is wished for: %s',
  (text) => {
    expect(heard(text).facts).toEqual({ recent: 'reinstall' });
  },
);

test.each(['初期化したら直ると思うので初期化します', '初期化したら直るかも'])('a reset is wished for: %s', (text) => {
  expect(heard(text).facts).toEqual({ reinstall: 'wanted' });
});

test('whoever wrote to the seller already has asked them', () => {
  expect(heard('出品者に連絡済みです').facts).toEqual({ seller: 'asked' });
});

test.each(['バックアップ不要', 'バックアップはいらない', 'no need for a backup'])(
  'no data is of importance: %s',
  (text) => {
    expect(understand(text, { question: 'data', at: 'question', choices: [] }).facts.data).toBe('none');
  },
);

test.each<[string, Facts['drive']]>([
  ['異音はないです', 'quiet'],
  ['異音はないけどよく固まる', 'failing'],
  ['カチカチいう。フリーズはしない', 'noisy'],
  ['異音もフリーズもない', 'fine'],
  ['異音などはない', 'fine'],
  ['異音も固まることもない', 'fine'],
  ['異音はなくなりました', 'failing'],
  ['カチカチ音が止まりました', 'failing'],
  ['the clicking has stopped', 'failing'],
  ['カチカチ音がしてて認証どころじゃない', 'noisy'],
])('%s: the drive is %s', (text, drive) => {
  expect(heard(text).facts.drive).toBe(drive);
});

test('that it makes no noise takes back only the noise', () => {
  expect(learn({ drive: 'failing' }, { drive: 'quiet' }).drive).toBe('failing');
  expect(learn(learn({ drive: 'failing' }, { drive: 'noisy' }), { drive: 'quiet' }).drive).toBe('failing');
  expect(learn({ drive: 'noisy' }, { drive: 'quiet' }).drive).toBe('quiet');
  expect(learn({ drive: 'failing' }, { drive: 'fine' }).drive).toBe('fine');
});

test.each(['会社からもらったPC', '大学からもらったパソコンです', '実は会社からもらったPC'])(
  'a loan or a gift is asked: %s',
  (text) => {
    const { facts, candidates } = heard(text);
    expect(facts.origin).toBeUndefined();
    expect(candidates).toEqual([{ facts: { origin: 'organization' } }, { facts: { origin: 'used' } }]);
  },
);

test.each(['もう直ったかも', "maybe it's fixed"])('whoever only thinks that it is over is asked: %s', (text) => {
  const { intent, candidates } = heard(text);
  expect(intent).toBeUndefined();
  expect(candidates).toEqual([{ intent: 'solved' }, { intent: 'not-solved' }]);
});

test.each(['退職した会社からもらったPC', '辞めた会社からもらったノートです'])(
  'of a former employer, the same is asked: %s',
  (text) => {
    expect(heard(text).facts).toEqual({ origin: 'organization', employment: 'left' });
  },
);

test.each([
  '中古で買ったPCに組織のライセンス認証サーバーに接続できないと出る',
  '中古で買いました。会社の表示が出ます',
  '中古で買ったPCです。会社のものと表示されます',
  'メルカリで買ったPCで組織の管理者に連絡してって出る',
  'used laptop, it says something about my organization',
])('a used PC that shows an organisation is a used one: %s', (text) => {
  expect(heard(text).facts).toMatchObject({ origin: 'used', message: 'org-server' });
});

test.each(['会社のものと表示されます', '会社のPCって出ます', '会社のネットワークに接続してくださいと出ます'])(
  'what a screen names tells no origin: %s',
  (text) => {
    expect(heard(text).facts).toEqual({ message: 'org-server' });
  },
);

test.each(['会社のパソコンで表示が出ます', '会社のPCでサーバーに到達できませんと出ます'])(
  'what a company PC shows is its own affair: %s',
  (text) => {
    expect(heard(text).facts).toMatchObject({ origin: 'organization' });
    expect(heard(text).facts.message).not.toBe('org-server');
  },
);

test('a used PC of some former company is a used one', () => {
  expect(heard('中古で買った元会社のPCです').facts).toEqual({ origin: 'used' });
});

test('「アップデートしたら」 supposes nothing', () => {
  expect(heard('昨日アップデートしたら認証が切れました').facts.recent).toBe('update');
});

test('to lose a job is no loss of data', () => {
  expect(heard("I'm scared I'll lose my job").facts).toEqual({});
  expect(heard("I'm scared I'll lose my photos").facts.data).toBe('risk');
});

test('a PC that a company gave to somebody who left is theirs', () => {
  expect(heard('the company gave me this when I left').facts).toEqual({
    origin: 'used',
    employment: 'left',
    ownership: 'given',
  });
});

test('a PC that was not returned is borrowed', () => {
  const { facts } = understand('まだ返してません', { question: 'leaver', at: 'question', choices: [] });
  expect(facts).toEqual({ origin: 'organization', ownership: 'borrowed' });
});

test('data that nobody cares about is of no importance', () => {
  expect(heard('データはどうでもいい').facts.data).toBe('none');
});

test('that the PC may become unusable is no loss of data', () => {
  expect(heard('PCが使えなくなるのが怖いです').facts).toEqual({});
  expect(heard('写真がなくなるのが怖いです').facts.data).toBe('risk');
});

test.each([
  ['うちは5人の会社で情シスなんかいません', 'place'],
  ['He used it at his work I think', 'place'],
  ['前の人が会社で使ってた', 'place'],
  ['I bought one on ebay for 8 dollars', 'origin'],
  ['メルカリで500円で買ったやつを入れた', 'origin'],
  ['I want to buy a new laptop', 'origin'],
  ['商品説明にはキーのことは何も書いてなかったです', 'key'],
] as const)('%s: nothing is made of the %s', (text, slot) => {
  expect(heard(text).facts[slot]).toBeUndefined();
});

test.each<[string, Facts]>([
  ['i buy new laptop from shop in akihabara', { origin: 'personal' }],
  ['商品説明には何も書いてなかった', { sale: 'none' }],
  ['VPNはうちの学校にはありません', { vpn: 'none' }],
  ['ok i reset it already', { recent: 'reinstall' }],
  ['やばい 初期化押しちゃった', { data: 'lost', recent: 'reinstall' }],
  ['予約データはクラウドです', { data: 'backed-up' }],
  ['コピーは取りました', { data: 'backed-up' }],
  ['There is some writing in the corner of the screen', { message: 'watermark' }],
  ['nothing on it yet', { data: 'none' }],
  ['先月会社辞めました', { employment: 'left' }],
  ['社員のPCが認証できない', { origin: 'organization' }],
  ['built my pc last year', { origin: 'personal' }],
  ['バックアップってどうやるの？まだとってない', { data: 'risk' }],
  ['I build this PC myself', { origin: 'personal' }],
  ['key is in my email', { key: 'held' }],
  ['キーのシール貼ってあります', { key: 'held' }],
  ['Pro', { edition: 'pro' }],
  ['出品者に電話します', {}],
  ['お店に連絡してみます', {}],
  ['出品者に連絡しました', { seller: 'asked' }],
  ['透かしが消せません', { message: 'watermark' }],
  ['消せない写真があります', { data: 'risk' }],
  ['0x803F7001 Pro', { edition: 'pro', errorCodes: ['0x803F7001'] }],
  ['Home 0xC004F034', { edition: 'home', errorCodes: ['0xC004F034'] }],
])('%s', (text, facts) => {
  expect(heard(text).facts).toEqual(facts);
});

test('a question put to oneself names the matter', () => {
  const at = (question: 'screen' | 'key' | 'vpn', text: string) =>
    understand(text, { question, at: 'question', choices: [] }).facts;
  expect(at('screen', 'バックアップ？ないけど')).toEqual({ data: 'risk' });
  expect(at('key', 'キー？ないよ')).toEqual({ key: 'none' });
  expect(at('vpn', 'VPN？つないでます')).toEqual({ vpn: 'on' });
});

test.each<[string, Facts]>([
  ['昨日まではVPN使えてたのに今日はつながらないんです', { vpn: 'off' }],
  ['VPNは昨日まではつながってました', {}],
  ['I used to use the VPN but not anymore', { vpn: 'off' }],
  ['VPNが切れてたのでつなぎ直したら直りました', { vpn: 'on' }],
])('how it was before is not how it is now: %s', (text, facts) => {
  expect(heard(text).facts).toEqual(facts);
});
