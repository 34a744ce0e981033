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
  'everything is gone',
])('lost data is read from: %s', (text) => {
  expect(heard(text).facts.data).toBe('lost');
});

test.each([
  '右下のやつが消えました',
  '初期化しました',
  'データは消えませんか',
  'データが消えたらどうしよう',
  'ファイルを消しました',
])('no lost data is read from: %s', (text) => {
  expect(heard(text).facts.data).not.toBe('lost');
});

test.each(['再インストールしたら直りました', '再インストールしたら治らなくなった', '初期化したら出るようになった'])(
  'a past reset is not read as a wish for one: %s',
  (text) => {
    expect(heard(text).facts).toEqual({ recent: 'reinstall' });
  },
);

test('an intention to reset is read as a wish for one', () => {
  expect(heard('初期化したら直ると思うので初期化します').facts).toEqual({ reinstall: 'wanted' });
});

test('a thought that a reset might help is no wish for one, and is answered', () => {
  const { facts, topic } = heard('初期化したら直るかも');
  expect({ facts, topic }).toEqual({ facts: {}, topic: 'may-reinstall' });
});

test('a message to the seller that was sent counts as having asked them', () => {
  expect(heard('出品者に連絡済みです').facts).toEqual({ seller: 'asked' });
});

test.each(['バックアップ不要', 'バックアップはいらない', 'no need for a backup'])(
  'a backup that is not needed means that no data matters: %s',
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
])('the message “%s” gives the drive state %s', (text, drive) => {
  expect(heard(text).facts.drive).toBe(drive);
});

test('“makes no noise” replaces only the fact of a noise', () => {
  expect(learn({ drive: 'failing' }, { drive: 'quiet' }).drive).toBe('failing');
  expect(learn(learn({ drive: 'failing' }, { drive: 'noisy' }), { drive: 'quiet' }).drive).toBe('failing');
  expect(learn({ drive: 'noisy' }, { drive: 'quiet' }).drive).toBe('quiet');
  expect(learn({ drive: 'failing' }, { drive: 'fine' }).drive).toBe('fine');
});

test.each(['会社からもらったPC', '大学からもらったパソコンです', '実は会社からもらったPC'])(
  'of a PC received from an organisation it is not taken whose it is: %s',
  (text) => {
    const { facts, candidates } = heard(text);
    expect(facts.origin).toBeUndefined();
    expect(candidates).toEqual([{ facts: { origin: 'organization' } }, { facts: { origin: 'used' } }]);
  },
);

test.each(['もう直ったかも', "maybe it's fixed"])(
  'a mere belief that it is solved does not close the case: %s',
  (text) => {
    const { facts, intent } = heard(text);
    expect({ facts, intent }).toEqual({ facts: {}, intent: undefined });
    for (const at of ['list', 'check'] as const)
      expect(['solved', 'yes']).not.toContain(understand(text, { question: undefined, at, choices: [] }).intent);
  },
);

test.each(['退職した会社からもらったPC', '辞めた会社からもらったノートです'])(
  'of a PC received from a former employer it is taken that the person has left, and it is not yet theirs: %s',
  (text) => {
    expect(heard(text).facts).toMatchObject({ origin: 'organization', employment: 'left' });
  },
);

test.each([
  '中古で買ったPCに組織のライセンス認証サーバーに接続できないと出る',
  '中古で買いました。会社の表示が出ます',
  '中古で買ったPCです。会社のものと表示されます',
  'メルカリで買ったPCで組織の管理者に連絡してって出る',
  'used laptop, it says something about my organization',
])('a used PC that shows an organisation’s message stays a used one: %s', (text) => {
  expect(heard(text).facts).toMatchObject({ origin: 'used', message: 'org-server' });
});

test.each(['会社のものと表示されます', '会社のPCって出ます', '会社のネットワークに接続してくださいと出ます'])(
  'an organisation named on the screen tells the message, not the origin: %s',
  (text) => {
    expect(heard(text).facts).toEqual({ message: 'org-server' });
  },
);

test.each(['会社のパソコンで表示が出ます', '会社のPCでサーバーに到達できませんと出ます'])(
  'a message on a company PC tells the origin, not an organisation’s message: %s',
  (text) => {
    expect(heard(text).facts).toMatchObject({ origin: 'organization' });
    expect(heard(text).facts.message).not.toBe('org-server');
  },
);

test('a used PC that was a company’s has the origin “used”', () => {
  expect(heard('中古で買った元会社のPCです').facts).toEqual({ origin: 'used' });
});

test('「アップデートしたら」 about the past is read as an update that happened', () => {
  expect(heard('昨日アップデートしたら認証が切れました').facts.recent).toBe('update');
});

test('a fear for a job is not a fear for data', () => {
  expect(heard("I'm scared I'll lose my job").facts).toEqual({});
  expect(heard("I'm scared I'll lose my photos").facts.data).toBe('risk');
});

test('a PC given by a company on leaving is the person’s own used one', () => {
  expect(heard('the company gave me this when I left').facts).toEqual({
    origin: 'used',
    provenance: 'employer',
    employment: 'left',
    ownership: 'given',
  });
});

test('a PC not yet returned to a former employer is borrowed', () => {
  const { facts } = understand('まだ返してません', { question: 'leaver', at: 'question', choices: [] });
  expect(facts).toEqual({ origin: 'organization', ownership: 'borrowed' });
});

test('data that the person does not care about counts as none', () => {
  expect(heard('データはどうでもいい').facts.data).toBe('none');
});

test('a fear that the PC becomes unusable is not a fear for data', () => {
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
] as const)('the message “%s” gives no fact for the slot %s', (text, slot) => {
  expect(heard(text).facts[slot]).toBeUndefined();
});

test.each<[string, Facts]>([
  ['i buy new laptop from shop in akihabara', { origin: 'personal', provenance: 'retail' }],
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
])('the facts are read from: %s', (text, facts) => {
  expect(heard(text).facts).toEqual(facts);
});

test('a fact told as a question to oneself is read for its own slot, whatever is asked', () => {
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
])('an earlier state is not read as the present one: %s', (text, facts) => {
  expect(heard(text).facts).toEqual(facts);
});
