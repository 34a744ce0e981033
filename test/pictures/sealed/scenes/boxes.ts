import { code, type Look, mark, plain, say } from '../look.ts';
import { installationGroups, partialKey, productKey } from '../secrets.ts';
import * as words from '../sentences.ts';
import { desktop, pane, placed } from '../shell.ts';

const box = (look: Look, title: string, width: number, inner: string, style = '') =>
  desktop(
    look,
    pane(look, {
      ...placed(look, width, 340),
      title,
      body: `<div data-part="pane" style="padding:16px 24px 22px">${inner}</div>`,
      height: 'auto',
      main: true,
      style,
    }),
  );

const service = (look: Look, organisation: boolean) =>
  organisation
    ? mark('sentence organisation', words.service.organisation[look.language])
    : mark('sentence', words.service.any[look.language]);

/** Draws the box of `slui` that gives a code and a description. */
export const slui = (organisation: boolean) => (look: Look) => {
  const { random } = look;
  return box(
    look,
    say(look, 'Windows のライセンス認証', 'Windows Activation'),
    random.pick([500, 560, 640]),
    `<h2 style="font-size:19px;font-weight:${random.pick([400, 600])};margin:0 0 14px">${say(look, 'エラーが発生しました', 'An error occurred')}</h2>
    <p>${say(look, 'コード:', 'Code:')}<br>${code(look)}</p><p>${say(look, '説明:', 'Description:')}<br>${service(look, organisation)}</p>
    <div style="text-align:right;margin-top:28px"><span class="btn">${say(look, '閉じる', 'Close')}</span></div>`,
  );
};

/** Draws the box in which a key was typed that does not work. */
export const keyEntered = (look: Look) =>
  box(
    look,
    say(look, 'プロダクト キーの入力', 'Enter a product key'),
    look.random.pick([520, 600]),
    `<h2 style="font-size:20px;font-weight:600;margin:0 0 10px">${say(look, 'プロダクト キーの入力', 'Enter a product key')}</h2>
    <p>${say(look, 'プロダクト キーは、Windows が入っていた箱やメールに記載されています。', 'Your product key should be in an email or on the box that Windows came in.')}</p>
    <div class="faint">${say(look, 'プロダクト キー', 'Product key')}</div><div style="border:1px solid #888;border-bottom:2px solid ${look.accent};padding:6px 10px;margin:2px 0 10px">${mark('secret', productKey(look.random))}</div>
    <p style="color:${look.dark ? '#ff99a4' : '#c42b1c'}">${say(look, 'このプロダクト キーは機能しませんでした。確認してからもう一度入力するか、別のキーを入力してください。', "The product key you entered didn't work. Check the product key and try again, or enter a different one.")} (${code(look)})</p>
    <div style="text-align:right;margin-top:24px"><span class="btn go">${say(look, '次へ', 'Next')}</span> <span class="btn">${say(look, 'キャンセル', 'Cancel')}</span></div>`,
  );

/** Draws the box for activation by telephone, with the installation ID. */
export const telephone = (look: Look) => {
  const groups = installationGroups(look.random);
  const cells = groups
    .map(
      (group, n) =>
        `<td style="padding:0 8px 6px 0;text-align:center"><div class="faint">${n + 1}</div>${mark('secret', group)}</td>`,
    )
    .join('');
  return box(
    look,
    say(look, '電話によるライセンス認証', 'Activate by phone'),
    820,
    `<h2 style="font-size:19px;font-weight:400;margin:0 0 12px">${say(look, 'インストール ID を入力してください', 'Provide your installation ID')}</h2>
    <p>${say(look, '次のいずれかの番号に電話し、案内されたらインストール ID を入力します。', 'Call one of these numbers and enter your installation ID when you are asked for it.')}</p>
    <table style="font-size:14px;border-spacing:0"><tr>${cells}</tr></table>
    <p>${say(look, '確認 ID:', 'Confirmation ID:')} ＿＿＿＿＿＿</p><p>${say(look, 'エラー コード:', 'Error code:')} ${code(look)}</p><div style="text-align:right"><span class="btn">${say(look, '次へ', 'Next')}</span></div>`,
  );
};

const host = (look: Look, inner: string, width: number) =>
  box(
    look,
    'Windows Script Host',
    width,
    `<div style="white-space:pre-wrap;font-size:${look.random.pick([12, 13, 14])}px;${look.oldFont};padding-bottom:16px">${inner}</div><div style="text-align:right;margin:0 -24px -22px;padding:12px 20px;background:${look.dark ? '#2a2a2a' : '#f0f0f0'}"><span class="btn">OK</span></div>`,
    `border-radius:0;${look.dark ? '' : 'background:#fff'}`,
  );

/** Draws the message box of `slmgr /ato` that failed. */
export const script = (organisation: boolean) => (look: Look) =>
  host(
    look,
    `${say(look, `Windows(R), ${look.random.pick(['Professional', 'Enterprise'])} edition をライセンス認証しています...`, `Activating Windows(R), ${look.random.pick(['Professional', 'Enterprise'])} edition ...`)}\n${say(look, 'エラー: ', 'Error: ')}${code(look)} ${service(look, organisation)}`,
    look.random.pick([420, 480, 540]),
  );

/** Draws the message box of `slmgr /dlv`. */
export const details = (look: Look) => {
  const kms = look.random.chance(0.5);
  return host(look, licence(look, kms), 520);
};

/** Writes what `slmgr /dlv` says of a licence that is not activated: a volume licence or one bought in a shop. */
export function licence(look: Look, kms: boolean): string {
  const { random } = look;
  const channel = kms ? mark('organisation', 'VOLUME_KMSCLIENT') : random.pick(['RETAIL', 'OEM_DM']);
  const id = mark('secret', installationGroups(random).join(''));
  const part = mark('secret', partialKey(random));
  const lines = [
    [
      say(look, 'ソフトウェア ライセンス サービスのバージョン', 'Software licensing service version'),
      '10.0.26100.4652',
    ],
    [say(look, '名前', 'Name'), `Windows(R), ${kms ? 'Enterprise' : 'Professional'} edition`],
    [say(look, '説明', 'Description'), `Windows(R) Operating System, ${channel} channel`],
    [say(look, 'インストール ID', 'Installation ID'), id],
    [say(look, 'プロダクト キーの一部', 'Partial Product Key'), part],
    [
      say(look, 'ライセンスの状態', 'License Status'),
      random.pick([say(look, '通知', 'Notification'), say(look, 'ライセンスなし', 'Unlicensed')]),
    ],
    [say(look, '通知の理由', 'Notification Reason'), `${code(look)}.`],
    [say(look, '残りの Windows rearm 数', 'Remaining Windows rearm count'), String(random.whole(1, 1000))],
  ];
  return lines.map(([name, value]) => `${name}: ${value}`).join('\n');
}

/** Draws `winver` with the person that Windows is licensed to. */
export const winver = (look: Look) =>
  box(
    look,
    say(look, 'Windows のバージョン情報', 'About Windows'),
    470,
    `<div style="display:flex;gap:12px;align-items:center;justify-content:center;font-size:36px;font-weight:600;color:#0a6cc4;border-bottom:1px solid #8886;padding-bottom:12px;margin-bottom:12px"><div style="width:44px;height:44px;background:conic-gradient(#1b8be0 0 25%,#33a5f2 0 50%,#1278c8 0 75%,#4fb6f7 0)"></div>Windows 11</div>
    <div style="${look.oldFont};font-size:12px"><p>Microsoft Windows<br>${say(look, 'バージョン', 'Version')} ${look.random.pick(['24H2', '25H2'])} (OS ${say(look, 'ビルド', 'Build')} 26${look.random.pick(['100', '200'])}.${look.random.whole(1000, 7900)})<br>© Microsoft Corporation. All rights reserved.</p>
    <p>${say(look, 'Windows 11 Pro オペレーティング システムとユーザー インターフェイスは、米国およびその他の国や地域の商標権、出願中の商標権およびその他の知的財産権によって保護されています。', 'The Windows 11 Pro operating system and its user interface are protected by trademark and other pending or existing intellectual property rights in the United States and other countries/regions.')}</p>
    <p>${say(look, 'この製品は、Microsoft ソフトウェア ライセンス条項に基づき次の人に使用が許諾されています:', 'This product is licensed under the Microsoft Software License Terms to:')}<br>&nbsp; ${mark('secret', look.who.mail)}<br>&nbsp; ${mark('secret', look.who.name)}</p></div>
    <div style="text-align:right"><span class="btn">OK</span></div>`,
  );

/** Draws a desktop with the sign that asks to activate, over whatever else is open. */
export const watermark = (look: Look) => {
  const { random } = look;
  const sheetRows = Array.from(
    { length: 14 },
    (_, n) =>
      `<div style="display:flex">${[n + 1, random.whole(10, 99) * 100, random.whole(10, 99) * 10, random.whole(1, 40)].map((value) => `<span style="width:120px;border:1px solid #8883;padding:2px 8px;text-align:right">${value}</span>`).join('')}</div>`,
  ).join('');
  const open = random.chance(0.6)
    ? pane(look, {
        x: random.whole(60, 160),
        y: random.whole(20, 70),
        width: 640,
        height: 420,
        title: say(look, '売上一覧.xlsx - Excel', 'Budget.xlsx - Excel'),
        body: sheetRows,
        main: false,
        style: '',
      })
    : '';
  const ink = look.wallpaper.includes('#ffd6e0') ? '#333a' : '#ffffffb8';
  const sign = `<div data-part="window" style="position:absolute;right:${random.whole(40, 110)}px;bottom:${random.whole(78, 110)}px;padding:30px 30px 30px 120px;color:${ink}"><div style="font-size:${random.pick([22, 24, 26])}px;font-weight:300">${mark('sentence', say(look, random.pick(['Windows をライセンス認証してください', 'Windows のライセンス認証']), 'Activate Windows'))}</div><div style="font-size:15px">${plain(say(look, '設定を開き、Windows のライセンス認証を行ってください。', 'Go to Settings to activate Windows.'))}</div></div>`;
  return desktop(look, open + sign);
};
