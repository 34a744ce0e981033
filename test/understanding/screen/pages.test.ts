import { describe, expect, test } from 'vitest';
import { readScreen } from '../../../src/bot/understanding/screen/index.ts';
import { linesOf } from './lines.ts';

const seen = (text: string) => readScreen(linesOf(text));

/** Pages as tesseract (`jpn+eng`) read them: light, dark, small, blurred, cut. */
const orgServer = `シス テム ラ イ セ ン ス 対 証
ネッ トワ ー ク と イン ター ネッ ト Windows 11 Enterprise
アブ プリ ライ セン ス 認 証 の 状態 アク ティ ブ で は あり ませ ん
アカ ウン ト エラ ー 組織 の ライ セン ス 認 証 サ ー バ ー に 接続 で き な い た め 、 こ の デバ
由記 に イス 上 で Windows を ライ セン ス 認 証 で きま せん 。 組織 の ネッ ト
95 ワー ク に 接続 し て いる こと を 確認 し て 、 も う 一 度 お 試し くだ さ
ト 担当 者 に お 問い 合わ せく だ さい 。 エ ラー コー ド : 0xC004F074`;
const orgServerEn = `Network &internet Edition Windows 11 Pro
Asset We can't activate Windows on this device as we can't connect
84 to your organization's actiVation server. Make sure you're
Time &language connected to your organization's network andtry again.『f
Privacy & security organization's Support person. Error code: 0xCO04F074.`;

describe('a page as it is read from a picture shows', () => {
  test.each([
    ['the server of an organisation', orgServer, { message: 'org-server', edition: 'enterprise' }],
    ['the server of an organisation, in English', orgServerEn, { message: 'org-server', edition: 'pro' }],
    [
      'the service of an organisation',
      'アカ ウン ト この Windows は 組織 の ライ セン ス 認 証 サ ービス を 使用 し て ライ\nセン ス 認 証 さ れ て いま す',
      { message: 'org-service' },
    ],
    [
      'an organisation where the sentence is cut',
      'アカ ウン ト 到 受 ー 組織 の ライ セン ス 認 証',
      { message: 'org-service' },
    ],
    [
      'that the server is not reached',
      'アカ ウン ト ライ セン ス 認 証 サ ー バ ー に 到達 で きま せん 。 イ ンタ ーネット に',
      { message: 'cannot-reach' },
    ],
    [
      'that there is no connection',
      '現在 、 ラ イセ ンス 認証 サー バー に 接続 で きま せん 。 数 分 後に も',
      { message: 'cannot-connect' },
    ],
    [
      'that no key was found',
      'デバ イス に プロ ダク ト キー が 見 つか ら な か っ た こと が',
      { message: 'no-key-found' },
    ],
    [
      'that hardware changed',
      'て 用 衣 を デバ イス の ハー ドウ ェ ア が 変更 され た こと が Windows に よっ て',
      { message: 'hardware-changed' },
    ],
    ['that the licence ends soon', 'Your Windows license wil| expire soon', { message: 'expires-soon' }],
    [
      'a digital licence',
      'Windows は デジ タル ライ セン ス を 使用 し て ライ セン ス 認 証 さ れ て いま す',
      { message: 'digital-license' },
    ],
    ['a subscription', 'サブ スク リプ ショ ン アク ティ ブ', { license: 'subscription', origin: 'organization' }],
    [
      'a PC that an organisation manages',
      'アカ ウン ト この デパ イス は 組織 に よっ て 管理 され て いま す',
      { origin: 'organization' },
    ],
    [
      'the watermark',
      'Windows の ライ セン ス 認 証\n設定 を 開き 、Windows の ライ セン ス 認 証 を 行っ て くだ さい 。',
      { message: 'watermark' },
    ],
    ['the watermark in English', 'Activate Windows\nGoto Settings to activate Windows.', { message: 'watermark' }],
    ['that Windows is activated', 'Windows は ライ セン ス 認 証 さ れ て いま す', { message: 'activated' }],
    ['Office', 'ライ セン ス の な い 製 品 ほとん どの 機能 は 無効', { subject: 'office' }],
    ['BitLocker', 'BitLocker 回 復\nこの ドラ イブ の 回 復 キ ー を 入力 し て くだ さい', { subject: 'bitlocker' }],
    [
      'a KMS server that is not there',
      'エラー: 0x8007007B ソフトウェアライセンスサービスで、コンピューターのライセンス認証が\nできなかったことが報告されました。\nキー マネージメント サービス (KMS) に接続できませんでした。',
      { message: 'org-server' },
    ],
    [
      'activation by telephone',
      'Windows © のライセンス認証\n電話でライセンス認証を\n1. 次の番号に電話します\n3. 確認 ID を入力します',
      {},
    ],
    [
      'an organisation in columns',
      'AzureAdJoined\nYES\nEnterpriseJoined\nDomainJoined\nNO',
      { origin: 'organization' },
    ],
    ['no organisation in columns', 'AzureAdJoined\nNO\nDomainJoined\nNO', {}],
    ['another Windows', 'Edition Windows 10 Home\nVersion 22H2', { subject: 'windows-10' }],
  ])('%s', (_, text, facts) => {
    expect(seen(text).facts).toEqual(facts);
  });
});

test('the sentence of an organisation is told apart, and its code is read beside it', () => {
  expect(seen(orgServer)).toMatchObject({
    codes: ['0xC004F074'],
    page: 'activation',
    organization: true,
    secret: false,
  });
});

describe('a warning that wants a call is a scam', () => {
  test.each([
    'お 使い の コン ピュ ー タ ー が トロ イ の 木馬 スパ イ ウ ェ ア に 感染 し まし た\nWindows サポ ー ト まで 今 す ぐ お 電話 くだ さい : (050) 5806-1234',
    'この パソ コン は ロッ ク さ れ ま し た 。\n0101-805-555-0143',
    'YourcomputerhasbeeninfectedwithTrolanspyware.Accesstothis PChasbeenblocked\nCallWindows Supportimmediately: 888.555.0143 (tollfee)',
  ])('%s', (text) => {
    expect(seen(`${text}\nWindows の ライ セン ス の 有効 期限 が 切れ まし た`)).toMatchObject({
      page: 'warning',
      facts: { scam: 'told' },
    });
  });
});

test('a blue screen is known, and its codes are not asked for', () => {
  const screen = 'Your device ran into a problem and needs to restart.\nStop code: 0xC000021A';
  expect(seen(screen)).toMatchObject({ page: 'blue-screen', unclear: false, facts: {} });
});

describe('a sentence that says the contrary is not taken for', () => {
  test.each([
    ['an error', 'ライ セン ス 認 証 サー バー に 接続 しま し た', []],
    ['an error', 'ライセンス認証サーバーに接続できました', []],
    ['that Windows is activated', 'Windows は ライ セン ス 認 証 さ れ て いま せ ん', ['not-activated']],
    ['that Windows is activated', 'Windows is not activated', ['not-activated']],
    ['that Windows is activated', "Windows isn't activated", ['not-activated']],
    [
      'that Windows is activated',
      'ライセンス認証の状態 アクティブではありません',
      ['not-activated', 'activation-page'],
    ],
    ['a failure', 'Windows のライセンス認証に成功しました', []],
    ['an organisation', 'Windows のライセンス認証サーバーに到達できません', ['cannot-reach']],
    ['an organisation', 'ソフト ウェ ア の ライ セン ス 認 証 を 行う 方 法 を 選択', []],
    ['a managed PC', '一部の設定は組織によって管理されています', ['managed-settings']],
    ['a linked account', '職場 また は 学校 アカ ウン ト を 追加 | 接続 |', []],
  ])('%s: %s', (_, text, ids) => {
    expect(seen(text).signs).toEqual(ids);
  });
});

describe('a page about something else shows nothing:', () => {
  test.each([
    '受信 トレ イ\n会議 の 資料 を 送付 いた し ます\nサー バー の メン テ ナン ス が 完了 しま し た 。 ネッ トワ ー ク に 接続 し まし た',
    'Daily News\nThe city council approved the new budget. Call the office: 03-1234-5678.\nWindows 11 problem solved',
    'Windows Update\n最新 の 状態 で す\n更新 の 一 時 停止\nPC の 電源 を 切ら な いで くだ さい',
    '佐藤 : PC の ライ セン ス の 件 、 情 シス に 聞き まし た ?',
    '',
  ])('%s', (text) => {
    expect(seen(text)).toMatchObject({ codes: [], facts: {}, organization: false, empty: true });
  });
});

describe('a sentence is known again though characters of it are', () => {
  test.each([
    ['missing', 'デバ イス の ハー ウ ェ ア が 変 され た こと が Windows に', 'hardware-changed'],
    ['others', 'フロ ダク ト キ が 見つからなかった こと が', 'no-key-found'],
    ['others, in English', 'Windows reported that no prodct kev was found on your', 'no-key-found'],
    ['others, in a name', "connect to your Orgamzation's acttvation server. Make sure", 'org-server'],
    ['run together', 'Wecan"tconnecttothe actiVation servers', 'cannot-connect'],
    ['confused with like ones', 'BitL0cker 回 復', 'bitlocker'],
  ])('%s: %s', (_, text, id) => {
    expect(seen(text).signs).toContain(id);
  });
});

test('nothing is taken for activated where the page says that it is not', () => {
  const page = 'ライセンス認証の状態 アクティブではありません\nデジタル ライセンスを使用してライセンス認証されています';
  expect(seen(page).facts).toEqual({});
});

test('an edition that is named beside another is left to be asked', () => {
  expect(seen('Windows 11 Home\nWindows 11 Pro にアップグレード').facts).toEqual({});
  expect(seen('エディ ショ ン Windows 11 Home\nWindows 11 Pro にアップグレード').facts).toEqual({ edition: 'home' });
});
