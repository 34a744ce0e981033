import { describe, expect, test } from 'vitest';
import { understand } from '../../src/bot/understanding/index.ts';
import { answerTo } from '../../src/flows/answer.ts';
import type { Topic } from '../../src/flows/events.ts';

const heard = (text: string) => understand(text, { question: 'origin', at: 'question', choices: [] });

/** What people ask or tell in passing, by the answer that they get. */
const asked: Readonly<Partial<Record<Topic, readonly string[]>>> = {
  'may-reinstall': [
    '初期化していい？',
    '再インストールしてもいい？',
    '初期化しても大丈夫ですか',
    '初期化したらだめですか',
    '初期化したら直りますか',
    '入れ直せば直る？',
    'would a factory reset fix it?',
    'is it ok to reset my pc?',
  ],
  'reset-erases': [
    '初期化すれば消えますか？',
    '初期化したらデータは消えますか',
    'リカバリーすると写真は残りますか？',
    'will a reset delete my files?',
  ],
  'power-off': [
    '電源切ったほうがいいですか？',
    'シャットダウンした方がいい？',
    '電源は切るべきですか',
    'should I turn it off?',
    'do I shut down the PC?',
  ],
  'will-it-stop': ['え、やばいですか', 'これってやばい？', 'is it bad?'],
  'need-reinstall': ['再インストールは必要ですか', 'do I need to reinstall?'],
  cost: [
    'お金かかる？',
    'これ無料？',
    '無料ですか',
    '値段は？',
    'いくらかかりますか',
    '相談は有料ですか',
    'is this free?',
    'how much does it cost',
  ],
  'diagnosis-cost': [
    '業者は高いから嫌です',
    '業者って高そう',
    'the specialist is too expensive',
    'データ復旧っていくらくらいかかる？',
    '復旧の料金はどのくらい？',
    'how much is a data recovery?',
  ],
  'recovery-time': ['復旧にどれくらいかかりますか', 'how long does the recovery take?'],
  scolded: ['怒られますか', '会社に叱られる？', 'クビになりますか', 'will I get fired?', 'is it my fault?'],
  illegal: ['違法ですか', 'is this illegal?'],
  'phone-number': [
    'マイクロソフトの電話番号は？',
    '電話番号教えて',
    '情シスの電話番号わかる？',
    'what is the phone number?',
  ],
  'specialist-hours': [
    '復旧業者の電話番号は？',
    '業者は何時まで？',
    '業者ってどこ？',
    '専門業者はどこですか',
    'where is the specialist?',
  ],
  'how-long': ['いつ直りますか', 'どれくらいかかりますか'],
  recoverable: ['戻せますか', 'データは戻りますか', 'can my photos be recovered?'],
  activation: ['ライセンス認証ってなに', '認証とは', 'what is activation?'],
  'it-desk': ['情シスって誰', '管理者って誰ですか', 'who is the IT admin?', '派遣先の担当に言えばいい？派遣元？'],
  'no-it-desk': ['情シスがいない', 'we have no IT department', 'there is no IT'],
  'school-help': ['先生にいえばいいの？'],
  'who-to-ask': ['who should I tell?'],
  'desk-away': ['情シスは今日休み', '情シスは休みです', '管理者が不在です', 'IT is closed today'],
  'phone-activation': ['電話認証って何', '電話認証とは', 'what is phone activation?'],
  'vpn-connect': [
    'VPNってつないだらいいんですか？',
    'VPNはつないだほうがいい？',
    'VPNをつなげばいいの？',
    'should I connect the VPN?',
  ],
  vpn: ['VPNって何', 'what is a VPN?'],
  'told-desk': ['もう情シスに言った', '先生にもう言いました', '情シスにはもう連絡しました', 'I already told IT'],
  'may-pause': [
    'ウイルスバスター入ってるけど止めてええんか？',
    'ファイアウォールを切っても大丈夫？',
    'is it safe to disable my antivirus?',
  ],
  'may-fix': ['自分で直していいんですか？', 'slmgrで直していい？', '自分でキー入れちゃだめ？', 'can I fix it myself?'],
  'may-copy': ['今のうちにコピーした方がいい？', 'should I copy my files now?'],
  return: ['返品した方がいいですか？', '返金してもらえますか', 'can I get a refund?'],
  'why-asked': ['バックアップとか関係ないだろ', 'なんでそんなこと聞くの', 'why do you ask?'],
  firewall: ['ファイアウォールてなんやねん', 'ファイアウォールって何ですか', 'what is a firewall?'],
  account: ['MSアカウントのパスワード忘れました', 'forgot my microsoft account password'],
  'not-linked': ['MSアカウントには紐付けてなかったっぽい', 'アカウントに紐づくデバイスがありません'],
  hurry: [
    '急ぎなんで今日中に',
    '早くして',
    'もう早く直してください',
    '授業で使うので今夜なんとかしたい',
    'I have a deadline',
  ],
  virus: ['これってウイルスですか？', 'is this a virus?'],
  upset: ['時間の無駄', 'もういや', 'もう嫌です', '泣きそうです', 'this is a waste of time'],
  'buy-where': ['キーを自分で買って入れたらだめですか', '個人でプロダクトキーを買ってもいいですか'],
  'cheap-key': [
    '安いキー買えばいいですかね、1500円のやつ',
    'can I just buy a cheap key?',
    'can i get a key for 15 bucks online?',
    '安いキー買っていい？',
    'メルカリで500円のがあったけどそれでもいい？',
    'ヤフオクで安いキーが売ってるけど',
    'is a $10 key from ebay ok?',
  ],
  'must-buy': [
    '自分でHome買えばいけますか？',
    'キー買って入れればいい？',
    'じゃあ買うしかないですか',
    '買えばいいんですか',
    '新しく買うしかないの？',
    '買わないとだめですか',
  ],
  'organization-cause': [
    '明日学校で繋げばいいということですか？',
    '校内だと出ないんです',
    'do I have to drive to the office for this??',
  ],
  'no-usb': ['USBがない', '外付けHDD持ってない', "I don't have a USB stick"],
  'who-are-you': [
    'あなたはAIですか',
    '人間ですか',
    'ボットなの？',
    '人と話してるの？',
    'are you a bot?',
    'who are you?',
  ],
};

describe.each(Object.entries(asked))('a question in passing is read as the topic %s', (topic, texts) => {
  test.each(texts)('%s', (text) => {
    expect(heard(text)).toMatchObject({ topic, intent: undefined, facts: {} });
  });
});

/** What is told of a scam, or only asked. */
const scams = [
  '電話してくださいって出てます',
  'マイクロソフトの番号に電話しちゃいました',
  '遠隔操作されてます',
  '電話してくださいという画面が出ています。詐欺ですか？',
  '詐欺の電話をかけてしまいました',
  '詐欺の画面が出た',
  '電話するのは詐欺ですか',
  'もう電話しちゃいました',
  'お金を払ってしまいました',
  'カード番号を教えてしまいました',
  '偽の警告が閉じません',
  'ウイルス感染の警告が出て電話番号が書いてある',
  'it says to call a number',
  'ウイルスに感染しました、今すぐこの番号に電話って画面に出てライセンスの期限が切れたって。これ詐欺？',
  'リモートで操作されて、アプリ入れられました',
  '遠隔操作ソフトを入れさせられました',
  'Microsoftから電話がかかってきてライセンスが切れてると言われました',
  'コンビニでプリペイドカードを買うように言われました',
  '「050-xxxx-xxxxに電話してください」と大きな音で警告が出ます',
  'ライセンスの期限が切れるというメールが来ました。リンクを押していいですか',
  'メールのリンクを開いてしまいました',
  'microsoft called me and took over my pc',
  'they made me install anydesk',
  'he told me to buy gift cards',
  'I gave them my card number',
  'I got an email that my license expires, should I click the link?',
];

test.each(scams)('a scam that is told is read as a fact, one that is asked about as a question: %s', (text) => {
  const { facts, topic, intent } = heard(text);
  expect(facts.scam ?? topic).toMatch(/^(told|installed|paid|scam)$/);
  expect(intent).toBeUndefined();
});

test('a wish for a person beside a fake warning is read together with the warning', () => {
  const { facts, topic, intent } = heard('詐欺の画面に電話した。担当者に相談したい');
  expect(facts.scam ?? topic).toBeDefined();
  expect(intent).toBe('human');
});

test.each([
  '画面に電話番号が出ていない',
  '情シスに電話してしまった',
  'Microsoftから折り返しの電話が来ました',
  'リモートワーク中です',
  '情シスにリモートで見てもらいました',
  '情シスからメールが来ました',
  'IT called me back',
  'my IT told me to install the VPN',
  'HDDの音がうるさい',
])('no fake warning is read from: %s', (text) => {
  const { facts, topic } = heard(text);
  expect(facts.scam).toBeUndefined();
  expect(topic).not.toBe('scam');
});

test.each(['初期化したい', 'もう初期化する', 'I will reset my PC'])(
  'a decision to reset is read as a wish, not as a question: %s',
  (text) => {
    expect(heard(text).facts.reinstall).toBe('wanted');
  },
);

test.each([
  '人間と話せますか',
  'オペレーターにつないで',
  '人いますか？',
  '業者に頼みたい',
  'サポートに電話したい',
  '連絡文作って',
  '連絡文を作る',
  '連絡文ください',
  '問い合わせ文を作って',
])('a wish for a person or a message is not read as a question about one: %s', (text) => {
  expect(heard(text)).toMatchObject({ topic: undefined, intent: 'human' });
});

test('a plan to call a specialist is put off where nothing is to be rescued, and is no answer to the advice', () => {
  expect(heard('業者に電話します')).toMatchObject({ intent: 'not-yet', facts: {} });
  const rescued = understand('業者に電話します', { question: undefined, at: 'rescue', choices: [] });
  expect(rescued).toMatchObject({ intent: 'not-yet', facts: {} });
});

test('a question whether to tell the IT desk is not read as told', () => {
  expect(heard('情シスに言ったほうがいい？')).toMatchObject({ topic: 'who-to-ask', intent: undefined, facts: {} });
});

test.each([
  '情シスに連絡したい',
  '電話番号は 03-1234-5678',
  '会社の情シスが設定しました',
  'VPNのアカウントがわかりません',
  '写真を移すのはどうすればいいですか',
  "I'll send it",
])('no topic of the desk, a number, an account, a return or a problem is read from: %s', (text) => {
  expect(['told-desk', 'it-desk', 'phone-number', 'account', 'return', 'problem']).not.toContain(heard(text).topic);
});

test.each(['認証でけへん言われんねん', 'どないしたらええん', 'hello my windows say not activate', '認証されません'])(
  'a bare report that activation fails is read as a problem, a failure or a request for help: %s',
  (text) => {
    expect(heard(text)).toMatchObject({ facts: {}, candidates: [] });
    expect(['problem', 'not-solved', 'what-next', 'help']).toContain(heard(text).topic ?? heard(text).intent);
  },
);

test('a report that activation fails adds no topic to a message with facts', () => {
  expect(heard('会社のPCで認証できません').topic).toBeUndefined();
});

test('a question about a key or a pause gets the organisation’s answer on its PC', () => {
  expect(answerTo('buy-where', { origin: 'organization' })).toBe('may-fix');
  expect(answerTo('may-pause', { message: 'org-server' })).toBe('may-fix');
  expect(answerTo('buy-where', { origin: 'used', message: 'org-server' })).toBe('buy-where');
});

test.each([
  'メルカリで500円で買ったキーです',
  'メルカリで安いPCがあったので買いました',
  'ヤフオクで買うしかなかった',
  '新しく買いました',
  'キーを買っていません',
])('a purchase is not read as a question about buying: %s', (text) => {
  expect(heard(text).topic).not.toBe('buy-where');
});

test('a question about the PC is answered with the data in mind while data is to be rescued', () => {
  for (const facts of [{ drive: 'noisy' }, { data: 'lost' }] as const) {
    for (const topic of ['may-reinstall', 'need-reinstall', 'reset-erases'] as const)
      expect(answerTo(topic, facts)).toBe('rescue-reset');
    for (const topic of ['power-off', 'will-it-stop'] as const) expect(answerTo(topic, facts)).toBe('rescue-now');
  }
});

test('a question about copies encourages none while data is to be rescued', () => {
  for (const topic of ['copy-to', 'copy-what', 'backup', 'no-usb'] as const) {
    expect(answerTo(topic, { drive: 'noisy' })).toBe('may-copy');
    expect(answerTo(topic, { data: 'lost' })).toBe('rescue-now');
    expect(answerTo(topic, { data: 'risk' })).toBe(topic);
  }
});

test('the answer whether a reset is all right depends on the copies', () => {
  expect(answerTo('may-reinstall', { data: 'backed-up' })).toBe('reset-saved');
  expect(answerTo('may-reinstall', { data: 'none' })).toBe('reset-saved');
  expect(answerTo('may-reinstall', { data: 'risk' })).toBe('may-reinstall');
  expect(answerTo('may-reinstall', { origin: 'organization', data: 'backed-up' })).toBe('may-reinstall');
});
