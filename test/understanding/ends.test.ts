import { expect, test } from 'vitest';
import { understand } from '../../src/bot/understanding/index.ts';

const heard = (text: string) => understand(text, { question: undefined, at: 'step', choices: [] });

test.each([
  'Windowsは認証済みだけどOfficeが認証できない',
  'もう1台は認証できました',
  'it was activated by the shop',
  'it was activated with a script',
  '友達のは直りました',
  'Officeは認証できました',
  '新しいアカウントは認証されました',
  'ツールで認証されました',
  '先週認証されました',
  "Windows is activated, Office isn't",
  'もう大丈夫そうです、お騒がせしました',
  '昨年は認証されましたが今年は',
  'Officeだけ認証されません。Windowsは認証されています',
  'Excelが認証されました',
  '中古屋で認証されたと聞いています',
  'ツールを使って認証されました',
  'Windowsはライセンス認証されていますと出ればいいんですか',
  'Windowsは認証済みですか？',
  '先輩のは認証通ったって',
  'うちのもう一台は直りました',
  "the office is activated but windows isn't",
])('a report of success elsewhere, earlier or in part is not taken for the end: %s', (text) => {
  const { intent, facts } = heard(text);
  expect(intent).toBeUndefined();
  expect(facts.message).not.toBe('activated');
});

test.each([
  'Windowsは認証済みだけどOfficeが認証できない',
  "Windows is activated, Office isn't",
  'Officeだけ認証されません。Windowsは認証されています',
])('an activated Windows beside an Office that is not is one about Office: %s', (text) => {
  expect(heard(text).facts).toEqual({ subject: 'office' });
});

test.each(['お騒がせしました', 'sorry to bother you'])('an apology does not close the case: %s', (text) => {
  expect(['solved', 'cancel']).not.toContain(heard(text).intent);
});

test.each([
  'it was activated when I bought it',
  '買ったときは認証されてました',
  '店で認証してもらった',
  '前は認証できました',
  '妻のPCは認証できました',
  '別のパソコンでは認証されました',
  '会社の他のPCは直ったそうです',
  'Windows 10のときは認証されていました',
  'スクリプトで認証しました',
  '修理店で直してもらったけどまた出た',
  '去年は電話で認証できました',
  '一度は認証されたのに',
  'Windows was activated before the update',
  'my other laptop is activated',
  'mine was fixed by the shop last year',
  'the previous owner activated it',
  'the seller said it was activated',
  'it was activated until last week',
  'it had been activated with KMS',
  "my friend's pc got fixed",
  'it says activated but the watermark stays',
  '認証済みと出ていますが透かしが消えません',
  'windows was activated fine on my old laptop',
  'activated ages ago',
  'メーカーで直してもらいました',
  '職場の別PCは解消しました',
  '出荷時は認証されていました',
  '買った時点では認証済みでした',
  '前のバージョンでは認証できていました',
  '認証されたら消えますか',
  'it got activated by my friend with KMS',
  "the repair shop fixed it last month but it's back",
  'my old pc works',
  'was working until yesterday',
  'windows is activated but the watermark is still there',
  '直ったり出たりします',
  '一回は消えたんですが',
  '昔は認証できてたんですけどね',
  '知人のノートは認証されたって言ってました',
  '店員さんがその場で認証してくれました',
  'the shop activated it back in March',
  'was fine on windows 10',
])('a report about another time, PC or person does not close the case: %s', (text) => {
  const { intent, facts } = heard(text);
  expect(intent).not.toBe('solved');
  expect(intent).not.toBe('cancel');
  expect(facts.message).not.toBe('activated');
});

test.each([
  'つないだら認証できました',
  '買ったら認証されました',
  '通りました',
  'おかげさまで通りました',
  'VPNつないだら消えました',
  '再起動したら直った',
  'キーを入れ直したら認証されました',
  '購入したら認証されました',
  '新しいキーを買ったら通った',
  'お騒がせしました、解決です',
  '自己解決しました',
  'できるようになりました',
  '無事いけました',
  '認証通った!',
  'it went through',
  'all good now, sorry to bother',
  'I bought a key and it activated',
  'connected the vpn and it activated',
  'that did it, thanks',
  "never mind, it's fixed",
  'it activated after I connected to the office wifi',
  'きえました',
  'なおりました',
  'なおったみたいです',
  'ライセンス認証済みになってます',
  'it activated after I connected to the office wifi',
  'VPNを切ったら認証されました',
  'おかげさまで消えました',
  '無事に通りました!',
  '時計を直したら通りました',
  'キー入れたらいけました',
  'すみません、解決しました、お騒がせしました',
  '電源入れ直したら認証されてました',
  '解決しました',
  'サインインし直したら認証されました',
  'プロキシ外したら通った',
  'it works now, thank you',
  'activated!',
  'after rebooting it is activated',
  'sorry for the trouble, it works now',
  'やっと通りましたわ',
  'ルーター再起動したら無事認証されました!',
  'edition fixed, windows shows active now',
  'もう出なくなりました、お騒がせしてすみません',
])('a report of success is read as solved: %s', (text) => {
  expect(heard(text).intent).toBe('solved');
});

test('a screen that says now that Windows is activated gives that message', () => {
  expect(heard('今見たら「Windowsはライセンス認証されています」になってました').facts.message).toBe('activated');
  expect(heard('Windows is activated').facts.message).toBe('activated');
});

test.each([
  '電話の音声案内は終わったと言われた',
  'サポートは終了したと言われた',
  '質問は終わりですか',
  '案内が終わったらどうなりますか',
  'サービスの案内は終了しましたと出た',
  '音声ガイダンスの案内が終わりました',
  '電話案内は終了しましたって流れた',
  'サポートの対応は終わってました',
  'メーカーの案内は終了していました',
  '情シスの対応は終わったと聞きました',
  'チャットを終了したらどうなりますか',
  '窓口の対応は終了って出ます',
])('the end of another call or chat does not cancel the conversation: %s', (text) => {
  expect(heard(text).intent).not.toBe('cancel');
});

test.each(['このチャットを終了します', '相談をやめたいです', '会話を終わりにします', 'end this chat'])(
  'a wish to end this conversation cancels it: %s',
  (text) => {
    expect(heard(text).intent).toBe('cancel');
  },
);
