import { code, type Look, mark, plain, say } from '../look.ts';
import * as words from '../sentences.ts';
import { desktop, icon, pane, placed } from '../shell.ts';

const places = {
  ja: [
    'ホーム',
    'システム',
    'Bluetooth とデバイス',
    'ネットワークとインターネット',
    '個人用設定',
    'アプリ',
    'アカウント',
    '時刻と言語',
    'ゲーム',
    'アクセシビリティ',
    'プライバシーとセキュリティ',
    'Windows Update',
  ],
  en: [
    'Home',
    'System',
    'Bluetooth & devices',
    'Network & internet',
    'Personalization',
    'Apps',
    'Accounts',
    'Time & language',
    'Gaming',
    'Accessibility',
    'Privacy & security',
    'Windows Update',
  ],
} as const;

/** Draws the list at the left of Settings, with who is signed in at its top. */
function list(look: Look): string {
  const { random, who } = look;
  const head = random.chance(0.6)
    ? `<div style="display:flex;gap:12px;align-items:center;padding:4px 12px 14px"><div style="width:48px;height:48px;border-radius:50%;background:hsl(${random.whole(0, 359)} 40% 60%);flex:none"></div><div style="overflow:hidden"><b style="font-weight:600">${mark('secret', who.name)}</b><div class="faint">${mark('secret', who.mail)}</div></div></div>`
    : '';
  const rows = places[look.language].map(
    (name, n) =>
      `<div style="display:flex;gap:14px;align-items:center;padding:7px 12px;border-radius:4px;${n === 1 ? `background:#8883;border-left:3px solid ${look.accent}` : ''}">${icon(look)}${plain(name)}</div>`,
  );
  return `<div style="width:${random.pick([270, 290, 310])}px;flex:none;padding:8px 8px 0 14px">${head}<div style="border:1px solid #8886;border-bottom-width:2px;border-radius:4px;padding:5px 10px;margin:0 4px 12px" class="faint">${say(look, '設定の検索', 'Find a setting')}</div>${rows.join('')}</div>`;
}

/** Draws Settings at System › Activation around what it says. `width` is in CSS pixels. */
function settings(look: Look, inner: string): string {
  const { random } = look;
  const width = Math.min(look.width, random.pick([1040, 1120, 1240, look.width]));
  const height = Math.min(look.height - 48, random.pick([660, 700, 780, look.height - 48]));
  const narrow = width < 1000;
  const body = `<div style="display:flex;height:${height - 34}px">${narrow ? '' : list(look)}<div data-part="pane" style="flex:1;padding:10px 32px 24px;overflow:hidden;min-width:0"><div style="font-size:${random.pick([24, 26, 28])}px;font-weight:600;margin-bottom:18px"><span class="faint" style="font-size:inherit;font-weight:400">${say(look, 'システム', 'System')}&nbsp; › &nbsp;</span>${say(look, 'ライセンス認証', 'Activation')}</div>${inner}</div></div>`;
  const at = width === look.width ? { x: 0, y: 0, width } : placed(look, width, height);
  return desktop(
    look,
    pane(look, { ...at, title: say(look, '設定', 'Settings'), body, height, main: true, style: '' }),
  );
}

const row = (look: Look, title: string, detail: string, side: string) =>
  `<div class="card">${icon(look)}<div>${title}${detail === '' ? '' : `<div class="faint">${detail}</div>`}</div>${side}</div>`;

/** Draws the words before a code, in one of the ways in which they are written. */
const coded = (look: Look) =>
  look.language === 'ja'
    ? `${look.random.pick(['エラー コード: ', 'エラーコード: ', 'エラー コード：'])}${code(look)}`
    : `${look.random.pick(['Error code: ', 'Error code: ', 'Error Code '])}${code(look)}`;

/** Draws the whole page: edition, subscription if there is one, state with its text, key, help. */
function page(look: Look, edition: string, subscription: string, ok: boolean, text: string, foot: string): string {
  const { random } = look;
  const state = ok ? say(look, 'アクティブ', 'Active') : say(look, 'アクティブではありません', 'Not active');
  const sign = `<span style="display:inline-block;width:16px;height:16px;border-radius:50%;background:${ok ? '#2e9e4f' : '#d13438'};color:#fff;font-size:11px;line-height:16px;text-align:center;margin-right:8px">${ok ? '✓' : '✕'}</span>`;
  const help = ok
    ? ''
    : `<div class="card" style="padding-left:50px"><div>${say(look, 'ライセンス認証の問題を解決する', 'Fix problems with activation')}</div><span class="btn">${say(look, 'トラブルシューティング', 'Troubleshoot')}</span></div>`;
  const change = row(
    look,
    say(look, 'プロダクト キーを変更する', 'Change product key'),
    say(
      look,
      '別のプロダクト キーを使って Windows をライセンス認証します',
      'Use a different product key to activate Windows',
    ),
    `<span class="btn">${say(look, '変更', 'Change')}</span>`,
  );
  const store = random.chance(0.5)
    ? row(
        look,
        say(look, 'Windows のエディションをアップグレードする', 'Upgrade your edition of Windows'),
        '',
        `<span class="btn">${say(look, 'ストアを開く', 'Open Store')}</span>`,
      )
    : '';
  return settings(
    look,
    `${row(look, edition, random.chance(0.4) ? say(look, 'バージョン 25H2 &nbsp; OS ビルド 26200.7171', 'Version 25H2 &nbsp; OS build 26200.7171') : '', '')}
    ${subscription}
    ${row(look, say(look, 'ライセンス認証の状態', 'Activation state'), '', `<span>${sign}${state}</span>`)}
    <div class="card" style="padding-left:50px"><div>${text}</div></div>${help}${change}${store}
    <div style="margin-top:16px">${foot}<p class="faint">${say(look, 'ヘルプを表示', 'Get help')}</p></div>`,
  );
}

const managedLine = (look: Look) =>
  `<p style="color:#d13438">${mark('sentence organisation', words.managed[look.language])}</p>`;

/** Draws the page of a PC that cannot reach its organisation's server. */
export function unreached(look: Look): string {
  const { random, language } = look;
  const sentence = random.pick(words.organisationUnreached)[language];
  const advice = random.chance(0.75) ? ` ${plain(words.organisationAdvice[language])}` : '';
  const edition = random.pick(['Windows 11 Pro', 'Windows 11 Enterprise', 'Windows 11 Education']);
  return page(
    look,
    edition,
    '',
    false,
    `${mark('sentence organisation', sentence)}${advice} ${coded(look)}`,
    random.chance(0.25) ? managedLine(look) : '',
  );
}

/** Draws the page of a PC whose own licence fails, for a reason. */
export const failed = (reason: keyof typeof words.failures) => (look: Look) =>
  page(
    look,
    look.random.pick(['Windows 11 Home', 'Windows 11 Pro']),
    '',
    false,
    `${mark('sentence', look.random.pick<words.Sentence>(words.failures[reason])[look.language])} ${coded(look)}`,
    '',
  );

/** Draws the page of a PC that is activated with a licence of its own. */
export const own = (look: Look) =>
  page(
    look,
    look.random.pick(['Windows 11 Home', 'Windows 11 Pro']),
    '',
    true,
    plain(look.random.pick(words.activated)[look.language]),
    '',
  );

/** Draws the page of a PC that its organisation has activated. */
export const ours = (look: Look) =>
  page(
    look,
    look.random.pick(['Windows 11 Enterprise', 'Windows 11 Pro', 'Windows 11 Education']),
    '',
    true,
    mark('sentence organisation', look.random.pick(words.organisationActivated)[look.language]),
    look.random.chance(0.5) ? managedLine(look) : '',
  );

/** Draws the page of a PC with a subscription that does not hold. */
export const subscribed = (look: Look) =>
  page(
    look,
    look.random.pick(['Windows 11 Pro', 'Windows 11 Enterprise']),
    row(
      look,
      mark('organisation', say(look, 'サブスクリプション', 'Subscription')),
      '',
      `<span>${say(look, 'アクティブではありません', 'Not active')}</span>`,
    ),
    false,
    `${mark('sentence organisation', words.subscriptionInvalid[look.language])} ${coded(look)}`,
    look.random.chance(0.5) ? managedLine(look) : '',
  );

/** Draws the troubleshooter with its result. */
export const troubleshooter = (reason: 'no key' | 'hardware' | 'any' | 'network') => (look: Look) => {
  const { random } = look;
  const sentence = mark('sentence', random.pick<words.Sentence>(words.failures[reason])[look.language]);
  const body = `<div style="padding:14px 30px 24px" data-part="pane"><h2 style="font-size:20px;font-weight:400;color:${look.accent};${look.dark ? 'filter:brightness(1.8)' : ''};margin:0 0 16px">${say(look, random.pick(['Windows をライセンス認証できません', 'ライセンス認証のトラブルシューティング']), random.pick(['Unable to activate Windows', 'Activation Troubleshooter']))}</h2>
  <p>${sentence}</p><p>${say(look, 'このデバイスのハードウェアを最近変更した場合は、下のリンクを選んでください。', 'If you recently changed hardware on this device, select the link below.')}</p>
  <p><a>${say(look, 'このデバイス上のハードウェアを最近変更しました', 'I changed hardware on this device recently')}</a></p><p>${coded(look)}</p>
  <div style="text-align:right;margin-top:36px"><span class="btn go">${say(look, '閉じる', 'Close')}</span></div></div>`;
  return desktop(
    look,
    pane(look, {
      ...placed(look, random.pick([560, 620, 700]), 360),
      title: say(look, 'Windows のライセンス認証', 'Windows Activation'),
      body,
      height: 'auto',
      main: true,
      style: '',
    }),
  );
};
