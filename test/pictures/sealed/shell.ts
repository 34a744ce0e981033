import { type Look, plain, say } from './look.ts';

/** A window on a desktop: its place and size in CSS pixels, its title and what is in it. */
export interface Pane {
  readonly title: string;
  readonly body: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number | 'auto';
  /** Whether this is the window that the picture is about. */
  readonly main: boolean;
  /** CSS for the window beside its place. */
  readonly style: string;
}

const colours = (look: Look) =>
  look.dark
    ? { back: '#202020', card: '#2b2b2b', line: '#3a3a3a', ink: '#f4f4f4', faint: '#c5c5c5', bar: '#1c1f26e6' }
    : { back: '#f3f3f3', card: '#fdfdfd', line: '#e2e2e2', ink: '#1b1b1b', faint: '#5d5d5d', bar: '#eef2f8e6' };

/** Gives the rules of CSS that all screens share. */
export function sheet(look: Look, faces: string): string {
  const c = colours(look);
  return `${faces}
  * { box-sizing: border-box } body { margin: 0; overflow: hidden; ${look.font}; color: ${c.ink}; font-size: 14px; line-height: 1.43 }
  .desk { position: relative; width: ${look.width}px; height: ${look.height}px; background: ${look.wallpaper}; overflow: hidden }
  .win { position: absolute; background: ${c.back}; border: 1px solid ${look.dark ? '#4a4a4a' : '#b5b5b5'}; border-radius: ${look.random.pick([8, 8, 0, 5])}px; overflow: hidden; box-shadow: 0 12px 34px #0007 }
  .cap { height: 32px; display: flex; align-items: center; padding-left: 12px; font-size: 12px; gap: 8px }
  .cap b { flex: 1; font-weight: 400; white-space: nowrap; overflow: hidden } .cap i { width: 44px; text-align: center; font-style: normal; font-family: 'DejaVu Sans' }
  .btn { display: inline-block; padding: 5px 16px; border: 1px solid ${c.line}; border-bottom-color: ${look.dark ? '#222' : '#bbb'}; border-radius: 4px; background: ${c.card}; min-width: 86px; text-align: center; white-space: nowrap }
  .go { background: ${look.accent}; color: #fff; border-color: ${look.accent} }
  .card { background: ${c.card}; border: 1px solid ${c.line}; border-radius: 5px; padding: 14px 18px; margin-bottom: 4px; display: flex; gap: 16px; align-items: center }
  .card > div { flex: 1 } .faint { color: ${c.faint}; font-size: 12px }
  .bar { position: absolute; left: 0; right: 0; bottom: 0; height: 48px; background: ${c.bar}; display: flex; align-items: center; gap: 12px; padding: 0 12px; font-size: 12px }
  .bar u, .ico { width: 24px; height: 24px; border-radius: 5px; display: inline-block; flex: none } .ico { width: 16px; height: 16px; border-radius: 3px }
  .clock { text-align: right; line-height: 1.3; margin-left: 8px }
  a { color: ${look.dark ? '#7cc0ff' : look.accent} } p { margin: 0 0 10px }`;
}

/** Draws a small coloured square in the place of an icon. */
export const icon = (look: Look) => {
  const hue = look.random.whole(0, 359);
  return `<span class="ico" style="background:linear-gradient(135deg,hsl(${hue} 70% 60%),hsl(${hue + 40} 70% 40%))"></span>`;
};

/** Draws a window. */
export const pane = (look: Look, one: Pane) =>
  `<div class="win" ${one.main ? 'data-part="window"' : ''} style="left:${one.x}px;top:${one.y}px;width:${one.width}px;height:${one.height === 'auto' ? 'auto' : `${one.height}px`};${one.style}">
  <div class="cap">${icon(look)}<b>${plain(one.title)}</b><i>–</i><i>□</i><i>✕</i></div>${one.body}</div>`;

function taskbar(look: Look): string {
  const { random } = look;
  const apps = Array.from({ length: random.whole(5, 10) }, () => {
    const hue = random.whole(0, 359);
    return `<u style="background:linear-gradient(150deg,hsl(${hue} 75% 62%),hsl(${hue + 30} 70% 42%))"></u>`;
  }).join('');
  const day = `2026/${String(random.whole(1, 12)).padStart(2, '0')}/${String(random.whole(1, 28)).padStart(2, '0')}`;
  const time = `${random.whole(8, 22)}:${String(random.whole(0, 59)).padStart(2, '0')}`;
  const centred = random.chance(0.65) ? 'justify-content:center' : '';
  return `<div class="bar"><div style="display:flex;gap:12px;flex:1;${centred}">${apps}</div><span>^</span><span>${say(look, random.pick(['あ', 'A']), 'ENG')}</span><div class="clock">${time}<br>${day}</div></div>`;
}

const files = {
  ja: [
    '見積書_最新.xlsx',
    '会議メモ.docx',
    '写真 2025 秋',
    '町内会 名簿.xlsx',
    'ごみ箱',
    '請求書 10月',
    '年賀状',
    '議事録',
  ],
  en: [
    'Quarterly figures.xlsx',
    'Recipes',
    'Recycle Bin',
    'Invoices',
    'Holiday photos',
    'Minutes.docx',
    'To print',
    'Archive',
  ],
} as const;

function neighbour(look: Look): string {
  const { random } = look;
  const names = files[look.language];
  const rows = Array.from(
    { length: 12 },
    () =>
      `<div style="display:flex;gap:10px;padding:3px 14px;font-size:13px">${icon(look)}<span style="width:240px">${random.pick<string>(names)}</span><span class="faint">2026/0${random.whole(1, 9)}/${random.whole(10, 28)} ${random.whole(9, 19)}:${random.whole(10, 59)}</span></div>`,
  ).join('');
  return pane(look, {
    title: say(
      look,
      random.pick(['ドキュメント', 'ダウンロード', 'デスクトップ']),
      random.pick(['Documents', 'Downloads', 'Desktop']),
    ),
    body: rows,
    x: random.whole(-60, Math.round(look.width * 0.5)),
    y: random.whole(10, Math.round(look.height * 0.35)),
    width: 620,
    height: 380,
    main: false,
    style: 'opacity:.98',
  });
}

function icons(look: Look): string {
  const names = files[look.language];
  return Array.from({ length: look.random.whole(0, 6) }, (_, n) => {
    const hue = look.random.whole(0, 359);
    return `<div style="position:absolute;left:14px;top:${14 + n * 92}px;width:84px;text-align:center;color:#fff;font-size:12px;text-shadow:0 1px 2px #000"><div style="width:40px;height:40px;margin:0 auto 4px;border-radius:6px;background:hsl(${hue} 55% 60%)"></div>${names[n]}</div>`;
  }).join('');
}

/** Draws a desktop: icons, perhaps another window, then what stands on it, then the taskbar. */
export const desktop = (look: Look, over: string) =>
  `<div class="desk" data-part="screen">${icons(look)}${look.random.chance(0.4) ? neighbour(look) : ''}${over}${taskbar(look)}</div>`;

/** Draws a screen that nothing else is on. */
export const bare = (style: string, over: string) =>
  `<div class="desk" data-part="screen" style="${style}">${over}</div>`;

/** Gives a place for a window of a size about the middle of the desktop, moved by chance. */
export const placed = (look: Look, width: number, height: number) => ({
  x: Math.round(Math.max(0, (look.width - width) * look.random.between(0.2, 0.8))),
  y: Math.round(Math.max(0, (look.height - 48 - height) * look.random.between(0.1, 0.8))),
  width,
});
