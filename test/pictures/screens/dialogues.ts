import { desktop, middle, windowAt } from './desktop.ts';
import type { Draw, Scene } from './screen.ts';
import { escaped, productKey } from './screen.ts';
import { codeIs, sentenceOf } from './sentences.ts';
import { failure, installation, licence } from './slmgr.ts';

const sign: Readonly<Record<Scene['language'], readonly [string, string]>> = {
  ja: ['Windows のライセンス認証', '設定を開き、Windows のライセンス認証を行ってください。'],
  en: ['Activate Windows', 'Go to Settings to activate Windows.'],
};

/** Draws a desktop with the sign that Windows is not activated. */
export const watermark: Draw = (scene) => {
  const { language } = scene;
  const [first, second] = sign[language];
  const browser = scene.chance.happens(0.4)
    ? windowAt(
        { left: 140, top: 40, width: 900, height: 440 },
        language === 'ja' ? '新しいタブ' : 'New tab',
        '<div style="margin:80px auto;width:460px;height:44px;border-radius:22px;background:#fff;border:1px solid #8888"></div>',
      ).replace(' part', '')
    : '';
  const html = `${browser}<div class="part" style="position:absolute;right:40px;bottom:72px;padding:10px 24px;color:#ffffffb0;text-shadow:0 0 2px #0006"><div style="font-size:20px;line-height:28px">${first}</div><div style="font-size:15px">${second}</div></div>`;
  return {
    page: 'watermark',
    html: desktop(scene, html),
    code: null,
    organisation: false,
    sentences: [first, second],
    secrets: [],
  };
};

const slui = {
  ja: {
    title: 'Windows のライセンス認証',
    head: 'Windows をライセンス認証できませんでした',
    close: '閉じる',
    other: 'プロダクト キーの変更',
    enter: 'プロダクト キーの入力',
    box: 'プロダクト キー',
    next: '次へ',
    stop: 'キャンセル',
  },
  en: {
    title: 'Windows Activation',
    head: "We couldn't activate Windows",
    close: 'Close',
    other: 'Change product key',
    enter: 'Enter a product key',
    box: 'Product key',
    next: 'Next',
    stop: 'Cancel',
  },
} as const;

/** Draws the blue dialogue of slui: with an error code, and sometimes with the key that was typed. */
export const dialogue: Draw = (scene) => {
  const { chance, language, code } = scene;
  const word = slui[language];
  const failing = sentenceOf(code, 1);
  const sentence = failing.sentence[language];
  const typed = chance.happens(0.35) ? productKey(chance) : undefined;
  const key =
    typed === undefined
      ? ''
      : `<div style="margin:14px 0 4px">${word.box}</div><div class="mono" style="background:#fff;color:#000;padding:5px 10px;width:340px">${typed}</div>`;
  const inner = `<div style="padding:22px 34px 26px"><div style="font-size:22px;line-height:30px;margin-bottom:12px">${typed === undefined ? word.head : word.enter}</div>
<div>${escaped(sentence)}</div>${key}<div style="margin-top:14px">${codeIs[language]}${code}</div>
<div style="margin-top:34px;text-align:right;display:flex;gap:10px;justify-content:flex-end"><button>${typed === undefined ? word.other : word.next}</button><button>${typed === undefined ? word.close : word.stop}</button></div></div>`;
  const blue = chance.happens(0.6)
    ? '<style>.part{background:#0a5ca8!important;color:#fff}.part button{background:#ffffff33;border-color:#fff8;color:#fff}</style>'
    : '';
  return {
    page: 'dialogue',
    html: desktop(scene, blue + windowAt(middle(scene, chance.whole(520, 700)), word.title, inner, '×')),
    code,
    organisation: failing.organisation,
    sentences: [sentence],
    secrets: typed === undefined ? [] : [typed],
  };
};

const calling = {
  ja: {
    head: '電話でライセンス認証を行う',
    steps: ['1. 次の番号に電話します', '2. インストール ID を入力します', '3. 確認 ID を入力します'],
    id: 'インストール ID',
    next: '確認 ID の入力',
    stop: 'キャンセル',
  },
  en: {
    head: 'Call and provide your installation ID',
    steps: ['1. Call one of these numbers', '2. Provide your installation ID', '3. Enter your confirmation ID'],
    id: 'Installation ID',
    next: 'Enter confirmation ID',
    stop: 'Cancel',
  },
} as const;

/** Draws what `slui 4` opens: the activation by telephone, with the installation ID in nine groups. */
export const telephone: Draw = (scene) => {
  const { chance, language } = scene;
  const word = calling[language];
  const groups = Array.from({ length: 9 }, () => chance.text('0123456789', 7));
  const row = groups
    .map(
      (group, at) =>
        `<span style="text-align:center"><span>${group}</span><u class="nth" data-n="${at + 1}"></u></span>`,
    )
    .join('');
  const inner = `<style>.nth { display: block; text-decoration: none; font-size: 11px; } .nth::after { content: attr(data-n); }</style><div style="padding:22px 34px 26px"><div style="font-size:22px;line-height:30px;margin-bottom:12px">${word.head}</div>${word.steps.map((step) => `<div>${step}</div>`).join('')}<div style="margin:16px 0 6px">${word.id}</div><div style="display:flex;gap:14px;font-size:15px">${row}</div><div style="margin-top:30px;display:flex;gap:10px;justify-content:flex-end"><button class="main">${word.next}</button><button>${word.stop}</button></div></div>`;
  return {
    page: 'dialogue',
    html: desktop(scene, windowAt(middle(scene, 800), slui[language].title, inner, '×')),
    code: null,
    organisation: false,
    sentences: [word.head],
    secrets: [groups.join('')],
  };
};

const found = {
  ja: {
    title: 'トラブルシューティング',
    head: 'Windows をライセンス認証できません',
    more: [
      'このデバイス上のハードウェアを最近変更しました',
      'デバイスのハードウェアを最近変更していない場合は、Windows を購入するために Microsoft Store に移動してください。',
    ],
    close: '閉じる',
    account: 'サインイン中のアカウント: ',
  },
  en: {
    title: 'Troubleshoot',
    head: "Windows can't activate",
    more: [
      'I changed hardware on this device recently',
      "If you haven't recently changed hardware, go to the Store to buy Windows.",
    ],
    close: 'Close',
    account: 'Signed in as: ',
  },
} as const;

/** Draws the result of the activation troubleshooter. */
export const troubleshooter: Draw = (scene) => {
  const { chance, language, code } = scene;
  const word = found[language];
  const failing = sentenceOf(chance.pick([code, '0xC004F211', '0xC004F213']), 0);
  const sentence = failing.sentence[language];
  const numbered = chance.happens(0.6);
  const shown = numbered ? code : null;
  const account = chance.happens(0.4);
  const said = numbered ? sentenceOf(code, 0) : failing;
  const text = numbered ? said.sentence[language] : sentence;
  const inner = `<div style="padding:20px 34px 24px"><div style="font-size:21px;line-height:30px;margin-bottom:14px">${word.head}</div><div>${escaped(text)}</div>
${numbered ? `<div style="margin-top:10px">${codeIs[language]}${code}</div>` : ''}
<div style="margin-top:14px;color:var(--accent)">${word.more[0]}</div><div style="margin-top:10px">${word.more[1]}</div>
${account ? `<div class="quiet" style="margin-top:12px">${word.account}${scene.person.mail}</div>` : ''}
<div style="margin-top:30px;text-align:right"><button>${word.close}</button></div></div>`;
  return {
    page: 'troubleshooter',
    html: desktop(scene, windowAt(middle(scene, chance.whole(540, 680)), word.title, inner, '×')),
    code: shown,
    organisation: said.organisation,
    sentences: [text, word.more[0]],
    secrets: account ? [scene.person.mail] : [],
  };
};

/** Draws the box that says which Windows this is. */
export const winver: Draw = (scene) => {
  const { chance, language, person } = scene;
  const ja = language === 'ja';
  const [version, build] = chance.pick([
    ['23H2', '22631.4460'],
    ['24H2', '26100.2314'],
    ['24H2', '26100.3476'],
  ] as const);
  const edition = chance.pick(['Pro', 'Home', 'Enterprise']);
  const text = ja
    ? [
        `バージョン ${version} (OS ビルド ${build})`,
        '© Microsoft Corporation. All rights reserved.',
        `Windows 11 ${edition} オペレーティング システムおよびユーザー インターフェイスは、商標および米国およびその他の国における知的財産権により保護されています。`,
        '本製品は、次の項目に基づいてライセンスされています: Microsoft ソフトウェア ライセンス条項',
        person.name,
        person.mail,
      ]
    : [
        `Version ${version} (OS Build ${build})`,
        '© Microsoft Corporation. All rights reserved.',
        `The Windows 11 ${edition} operating system and its user interface are protected by trademark and other pending or existing intellectual property rights in the United States and other countries/regions.`,
        'This product is licensed under the Microsoft Software License Terms to:',
        person.name,
        person.mail,
      ];
  const inner = `<div style="padding:4px 26px 20px"><div style="font-size:38px;line-height:56px;color:#0f78d4;border-bottom:1px solid var(--line);margin-bottom:14px"><b>⊞</b> Windows 11</div>Microsoft Windows<br>${text.map(escaped).join('<br>')}<div style="text-align:right;margin-top:24px"><button class="main">OK</button></div></div>`;
  return {
    page: 'winver',
    html: desktop(scene, windowAt(middle(scene, 470), ja ? 'Windows のバージョン情報' : 'About Windows', inner, '×')),
    code: null,
    organisation: false,
    sentences: [],
    secrets: [person.name, person.mail],
  };
};

/** Draws the message box of Windows Script Host that `slmgr` shows: a failure with its code, the licence, or the installation ID. */
export const script: Draw = (scene) => {
  const { lines, ...told } = scene.chance.pick([failure, failure, failure, licence, licence, installation])(scene);
  const width = Math.min(680, Math.max(300, ...lines.map((line) => line.length * 9)));
  const inner = `<div style="padding:16px 24px 8px;white-space:pre-wrap;word-break:break-all;font-size:13px;line-height:18px">${escaped(lines.join('\n'))}</div><div style="background:#8882;padding:10px 20px;text-align:right"><button>OK</button></div>`;
  return {
    ...told,
    page: 'script',
    html: desktop(scene, windowAt(middle(scene, width), 'Windows Script Host', inner, '×')),
  };
};
