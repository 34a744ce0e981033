import { type Look, mark, plain, say } from '../look.ts';
import { bare, desktop, pane, placed } from '../shell.ts';

/** Draws the page that asks for BitLocker's recovery key. */
export const bitlocker = (look: Look) => {
  const { random } = look;
  const hex = (count: number) =>
    Array.from({ length: count }, () => random.whole(0, 15).toString(16).toUpperCase()).join('');
  const back = random.pick(['#0063b1', '#00457c', '#000000']);
  return bare(
    `background:${back};color:#fff`,
    `<div data-part="window" style="position:absolute;left:${random.whole(60, 160)}px;top:${random.whole(50, 110)}px;width:${Math.min(900, look.width - 240)}px;padding:10px;font-size:17px"><div data-part="pane"><h1 style="font-size:40px;font-weight:300;margin:0 0 24px">${mark('sentence', say(look, 'BitLocker 回復', 'BitLocker recovery'))}</h1>
    <p>${mark('sentence', say(look, 'このドライブの回復キーを入力してください。', 'Enter the recovery key for this drive'))}</p><div style="border:2px solid #fff;height:40px;margin:16px 0 18px"></div>
    <p>${say(look, '回復キーの詳細については、別の PC またはモバイル デバイスから https://aka.ms/myrecoverykey にアクセスしてください。', 'For more information on how to retrieve this key, go to https://aka.ms/myrecoverykey from another PC or mobile device.')}</p>
    <p>${say(look, '回復キー ID:', 'Recovery key ID:')} ${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}</p><p>${say(look, 'Enter キーを押して続行', 'Press Enter to continue')}<br>${say(look, 'その他の回復オプションを表示するには Esc キーを押してください', 'Press Esc for more recovery options')}</p></div></div>`,
  );
};

/** Draws the screen on which Windows stops. */
export const stopped = (look: Look) => {
  const { random } = look;
  const [stop, file] = random.pick([
    ['CRITICAL_PROCESS_DIED', ''],
    ['INACCESSIBLE_BOOT_DEVICE', ''],
    ['SYSTEM_THREAD_EXCEPTION_NOT_HANDLED', 'nvlddmkm.sys'],
    ['MEMORY_MANAGEMENT', ''],
  ] as const);
  const code = Array.from(
    { length: 19 * 19 },
    () => `<i style="background:${random.chance(0.5) ? '#fff' : 'transparent'}"></i>`,
  ).join('');
  return bare(
    `background:${random.pick(['#0078d7', '#1173aa', '#000'])};color:#fff`,
    `<div data-part="window" style="position:absolute;left:10%;top:${random.whole(9, 15)}%;width:${Math.round(look.width * 0.72)}px"><div data-part="pane"><div style="font-size:${Math.round(look.height / 9)}px;line-height:1.1;margin-bottom:26px;font-family:'Liberation Sans'">:(</div>
    <p style="font-size:26px;font-weight:300">${mark('sentence', say(look, '問題が発生したため、PC を再起動する必要があります。', 'Your PC ran into a problem and needs to restart.'))}${say(look, 'エラー情報を収集しています。自動的に再起動します。', " We're just collecting some error info, and then we'll restart for you.")}</p>
    <p style="font-size:26px;font-weight:300">${random.whole(0, 20) * 5}% ${say(look, '完了', 'complete')}</p>
    <div style="display:flex;gap:20px;font-size:14px;margin-top:26px"><div style="display:grid;grid-template-columns:repeat(19,5px);grid-auto-rows:5px;border:5px solid #fff;flex:none;width:105px">${code}</div><div>${say(look, 'この問題と可能な解決方法の詳細については、https://www.windows.com/stopcode を参照してください', 'For more information about this issue and possible fixes, visit https://www.windows.com/stopcode')}<br><br>${say(look, '停止コード:', 'Stop code:')} ${stop}<br>${file}</div></div></div></div>`,
  );
};

/** Draws a page in a browser that urges to call a telephone number. No number on it can be called. */
export const scam = (look: Look) => {
  const { random } = look;
  const number =
    look.language === 'ja'
      ? `${random.pick(['050', '010-1'])}-${random.whole(100, 999)}0-00${random.whole(10, 99)}`
      : `+1-${random.pick(['855', '888'])}-555-01${random.whole(10, 99)}`;
  const loud = mark(
    'sentence',
    say(
      look,
      random.pick([
        'Windows のライセンスが失効しました',
        '警告: トロイの木馬スパイウェアに感染したPC',
        'Windows セキュリティ アラート: このPCへのアクセスはブロックされました',
      ]),
      random.pick([
        'Your Windows license has expired',
        'Windows Defender Security Center: access to this PC has been blocked',
        'TROJAN SPYWARE DETECTED - do not shut down your PC',
      ]),
    ),
  );
  const width = Math.min(look.width - 60, random.pick([640, 740, 820]));
  const body = `<div data-part="pane" style="padding:20px 28px 26px;background:${random.pick(['#b00020', '#0b3d91', '#ffffff'])};"><div style="background:#fff;color:#222;padding:22px;border:3px solid #d60000;font-family:${random.pick(["'Noto Serif CJK JP'", "'Liberation Sans','Noto Sans CJK JP'", "'Noto Sans CJK JP'"])}"><h1 style="font-size:24px;color:#c00;margin:0 0 12px">${loud}</h1>
  <p>${say(look, 'あなたのコンピューターの個人情報、写真、クレジットカード情報が盗まれています。電源を切ったり再起動したりしないでください。', 'Your personal data, photos and credit card details are being stolen. Do not restart or turn off your computer.')}</p>
  <p style="font-size:22px;font-weight:700">${mark('sentence', say(look, `今すぐサポートに電話してください: ${number}`, `Call Windows Support immediately: ${number}`))}</p><p>${say(look, 'Microsoft サポート (通話無料)', 'Microsoft Support (toll free)')}</p><div style="text-align:center"><span class="btn go">${say(look, 'スキャンを開始', 'Start scan')}</span> <span class="btn" style="background:#eee;color:#222">${say(look, '安全な場所に戻る', 'Back to safety')}</span></div></div></div>`;
  const behind = pane(look, {
    x: 0,
    y: 0,
    width: look.width,
    height: look.height - 48,
    title: say(look, 'セキュリティ警告 - Microsoft Edge', 'Security warning - Microsoft Edge'),
    body: `<div style="padding:8px 16px;font-size:13px">https://${random.pick(['win-alert-support', 'security-center-jp', 'pc-help-desk'])}.example/alert.html?ph=${random.whole(1000, 9999)}</div><div style="height:100%;background:${random.pick(['#123a6b', '#eef3fb', '#7a0c0c'])}"></div>`,
    main: false,
    style: 'border-radius:0',
  });
  return desktop(
    look,
    behind +
      pane(look, {
        ...placed(look, width, 400),
        title: say(look, 'Windows セキュリティ', 'Windows Security'),
        body,
        height: 'auto',
        main: true,
        style: '',
      }),
  );
};

/** Draws Office: the window of an application with its bar, or the box of its own activation. `shown` is a code of Office that is none of Windows. */
export const office = (look: Look) => {
  const { random, who } = look;
  const account = random.chance(0.6);
  const name = random.pick(['Excel', 'Word', 'Outlook']);
  const green = { Excel: '#107c41', Word: '#185abd', Outlook: '#0f6cbd' }[name];
  const product = random.pick([
    'Microsoft Office Home & Business 2024',
    'Microsoft 365 Apps for business',
    'Microsoft Office Professional Plus 2021',
  ]);
  const warning = mark('sentence', say(look, 'ライセンスのない製品', 'Unlicensed Product'));
  const shown = random.chance(0.5)
    ? `<p>${say(look, 'エラー コード: ', 'Error code: ')}${random.pick(['0x8004FC12', '0x4004F00C', '0x8004FC03'])}</p>`
    : '';
  const inner = account
    ? `<div style="display:flex;height:600px"><div style="width:150px;background:${green};color:#fff;padding:20px 16px;line-height:2.3;flex:none">${say(look, 'ホーム<br>新規<br>開く<br>情報<br>印刷<br>共有<br><b>アカウント</b>', 'Home<br>New<br>Open<br>Info<br>Print<br>Share<br><b>Account</b>')}</div><div data-part="pane" style="padding:24px 34px;flex:1"><h1 style="font-size:30px;font-weight:300;margin:0 0 20px">${say(look, 'アカウント', 'Account')}</h1><div style="display:flex;gap:60px"><div><b>${say(look, 'ユーザー情報', 'User Information')}</b><p>${mark('secret', who.name)}<br><span class="faint">${mark('secret', who.mail)}</span></p><p><a>${say(look, 'サインアウト', 'Sign out')}</a></p></div><div><b>${say(look, '製品情報', 'Product Information')}</b><p style="font-size:19px;color:#c43e1c">${say(look, 'ライセンス認証が必要です', 'Activation Required')}</p><p>${product}</p><p>${warning}</p>${shown}<p><span class="btn">${say(look, 'ライセンスの変更', 'Change License')}</span></p></div></div></div></div>`
    : `<div data-part="pane" style="height:520px;position:relative"><div style="background:${green};height:34px"></div><div style="padding:8px 14px;font-size:13px;letter-spacing:.02em">${say(look, 'ファイル　ホーム　挿入　ページ レイアウト　数式　データ　校閲　表示', 'File &nbsp; Home &nbsp; Insert &nbsp; Page Layout &nbsp; Formulas &nbsp; Data &nbsp; Review &nbsp; View')}</div><div style="background:#fff4ce;color:#333;padding:8px 14px;display:flex;gap:14px;align-items:center"><b>${warning}</b><span>${say(look, 'ほとんどの機能が無効になっています。', 'Most of the features of this product have been disabled.')}</span><span class="btn" style="background:#fff;color:#333">${say(look, 'ライセンス認証', 'Activate')}</span></div><div style="margin:70px auto;width:430px;border:1px solid #999;padding:18px 22px;background:${look.dark ? '#333' : '#fff'}"><b>${say(look, 'Microsoft Office ライセンス認証ウィザード', 'Microsoft Office Activation Wizard')}</b><p style="margin-top:10px">${say(look, 'この製品はライセンス認証されていません。', 'This copy of Microsoft Office is not activated.')}</p><p>${product}</p>${shown}</div></div>`;
  const title = account
    ? name
    : `${say(look, 'ブック1', 'Book1')} - ${name} (${plain(say(look, 'ライセンスのない製品', 'Unlicensed Product'))})`;
  return desktop(
    look,
    pane(look, {
      ...placed(look, Math.min(1000, look.width), 600),
      title,
      body: inner,
      height: 'auto',
      main: true,
      style: look.dark ? '' : 'background:#fff',
    }),
  );
};
