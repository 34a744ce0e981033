import { desktop, windowAt } from './desktop.ts';
import type { Draw, Scene } from './screen.ts';
import { escaped } from './screen.ts';
import { activated, byOrganisation, codeIs, sentenceOf } from './sentences.ts';

const words = {
  ja: {
    settings: '設定',
    find: '設定の検索',
    rooms: [
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
    place: ['システム', 'ライセンス認証'],
    state: 'ライセンス認証の状態',
    active: 'アクティブ',
    inactive: 'アクティブではありません',
    subscription: 'サブスクリプション',
    trouble: [
      'トラブルシューティング',
      'ライセンス認証に問題がある場合は、[トラブルシューティング] を選択して、問題の解決をお試しください',
      'トラブルシューティング',
    ],
    upgrade: 'Windows のエディションをアップグレードする',
    change: ['プロダクト キーを変更する', '変更'],
    store: ['新しいライセンスを入手する', 'Microsoft Store アプリを開く'],
    help: ['ヘルプを表示', 'フィードバックの送信'],
  },
  en: {
    settings: 'Settings',
    find: 'Find a setting',
    rooms: [
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
    place: ['System', 'Activation'],
    state: 'Activation state',
    active: 'Active',
    inactive: 'Not active',
    subscription: 'Subscription',
    trouble: [
      'Troubleshoot',
      "If you're having problems with activation, select Troubleshoot to try and fix the problem",
      'Troubleshoot',
    ],
    upgrade: 'Upgrade your edition of Windows',
    change: ['Change product key', 'Change'],
    store: ['Get a new license', 'Open Store'],
    help: ['Get help', 'Give feedback'],
  },
} as const;

const subscriptions = {
  ja: {
    well: 'Windows 11 Enterprise サブスクリプションはアクティブです',
    ill: 'Windows 11 Enterprise サブスクリプションは有効ではありません',
  },
  en: { well: 'Windows 11 Enterprise subscription is active', ill: "Windows 11 Enterprise subscription isn't valid" },
} as const;

const css = `
.nav { position: absolute; left: 0; top: 34px; bottom: 0; width: 280px; padding: 10px 14px; }
.who { display: flex; gap: 12px; align-items: center; margin: 4px 4px 16px; line-height: 18px; }
.who i { width: 52px; height: 52px; border-radius: 50%; background: #8aa; flex: none; }
.find { border: 1px solid var(--line); background: var(--button); border-radius: 4px; padding: 5px 10px; color: var(--quiet); margin-bottom: 12px; }
.room { height: 36px; display: flex; align-items: center; gap: 14px; padding-left: 12px; border-radius: 4px; }
.room i { width: 16px; height: 16px; border: 2px solid var(--accent); border-radius: 4px; }
.room.now { background: #8883; border-left: 3px solid var(--accent); padding-left: 9px; }
.main { position: absolute; left: 296px; right: 24px; top: 36px; bottom: 0; max-width: 1000px; }
h1 { font: inherit; font-size: 28px; line-height: 36px; font-weight: 600; margin: 8px 0 18px; }
h1 span { color: var(--quiet); font-weight: 600; }
.card { background: var(--card); border: 1px solid var(--edge); border-radius: 4px; margin-bottom: 4px; padding: 12px 16px; display: flex; align-items: center; gap: 16px; min-height: 64px; }
.card > i { width: 20px; height: 20px; border: 2px solid var(--quiet); border-radius: 50%; flex: none; }
.card > .what { flex: 1; }
.logo { display: grid; grid-template: 1fr 1fr / 1fr 1fr; gap: 2px; width: 40px; height: 40px; }
.logo u { background: #0f78d4; }
.end button { color: var(--ink); }
.card .end { flex: none; max-width: 50%; color: var(--quiet); }
.card .end.bad::before { content: '!'; display: inline-block; width: 15px; height: 15px; border-radius: 50%; background: var(--red); color: var(--window); font-size: 11px; line-height: 15px; text-align: center; margin-right: 8px; }
.open { margin-top: -5px; border-top: 0; padding: 14px 16px 14px 52px; display: block; }
.links { color: var(--accent); margin-top: 18px; line-height: 30px; }`;

/** Returns the window of the settings at the page of the activation. */
function settings(scene: Scene, cards: string, person: boolean): string {
  const { language } = scene;
  const word = words[language];
  const { name, mail } = scene.person;
  const who = person
    ? `<div class="who"><i></i><div><b>${escaped(name)}</b><br><span class="quiet secret">${escaped(mail)}</span></div></div>`
    : '';
  const rooms = word.rooms.map(
    (room, at) => `<div class="room${at === 1 ? ' now' : ''}"><i></i>${escaped(room)}</div>`,
  );
  const [system, here] = word.place;
  return `<style>${css}</style><div class="nav">${who}<div class="find">${word.find}</div>${rooms.join('')}</div>
<div class="main"><h1><span>${system} &nbsp;›&nbsp; </span>${here}</h1>${cards}
<div class="links">${word.help.join('<br>')}</div></div>`;
}

const card = (title: string, quiet: string, end: string, bad = false): string =>
  `<div class="card"><i></i><div class="what">${escaped(title)}${quiet === '' ? '' : `<div class="quiet">${escaped(quiet)}</div>`}</div><span class="end${bad ? ' bad' : ''}">${end}</span></div>`;

/** Draws Settings › System › Activation: not activated with a code, activated, or with a subscription that is not valid. */
export const activation: Draw = (scene) => {
  const { chance, language, code } = scene;
  const word = words[language];
  const state = chance.happens(0.7) ? 'code' : chance.pick(['active', 'organisation', 'subscription']);
  const failing = sentenceOf(code, chance.whole(0, 1));
  const bySubscription = state === 'subscription';
  const organisation = state === 'organisation' || bySubscription || (state === 'code' && failing.organisation);
  const edition = chance.pick(
    organisation ? ['Pro', 'Enterprise', 'Education', 'Enterprise'] : ['Home', 'Pro', 'Pro', 'Home'],
  );
  const sentence = (state === 'code' ? failing.sentence : chance.pick(state === 'active' ? activated : byOrganisation))[
    language
  ];
  const ill = chance.happens(0.6);
  const row = subscriptions[language][ill ? 'ill' : 'well'];
  const shownState = state === 'code' ? word.inactive : word.active;
  const told = state === 'code' ? `${escaped(sentence)} <span>${codeIs[language]}${code}</span>` : escaped(sentence);
  const cards = [
    `<div class="card"><div class="logo"><u></u><u></u><u></u><u></u></div><div style="font-size:18px">Windows 11 ${edition}</div></div>`,
    card(word.state, '', `${shownState} &nbsp; ⌃`, state === 'code'),
    `<div class="card open">${told}</div>`,
    ...(bySubscription ? [card(word.subscription, '', row, ill)] : []),
    card(word.trouble[0], word.trouble[1], `<button>${word.trouble[2]}</button>`),
    ...(state === 'code' && edition === 'Home' ? [card(word.store[0], '', `<button>${word.store[1]}</button>`)] : []),
    card(word.upgrade, '', '⌄'),
    card(word.change[0], '', `<button>${word.change[1]}</button>`),
  ].join('');
  const person = chance.happens(0.75);
  const large = chance.happens(0.3);
  const [wide, high] = scene.size;
  const place = large
    ? { left: 0, top: 0, width: wide, height: high - 48 }
    : {
        left: chance.whole(20, wide - 1200),
        top: chance.whole(4, Math.max(4, high - 780)),
        width: chance.whole(1080, 1180),
        height: chance.whole(630, Math.min(high - 60, 800)),
      };
  return {
    page: 'activation',
    html: desktop(scene, windowAt(place, word.settings, settings(scene, cards, person))),
    code: state === 'code' ? code : null,
    organisation,
    sentences: [sentence, ...(bySubscription ? [row] : [])],
    secrets: person ? [scene.person.name, scene.person.mail] : [],
  };
};
