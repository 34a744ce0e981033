import type { Scene } from './screen.ts';
import { escaped } from './screen.ts';

/** The look of Windows 11 in both themes: colours of WinUI, fonts that stand in for Segoe UI and Yu Gothic UI. */
export const style = (scene: Scene): string => {
  const { dark, language } = scene;
  const latin = scene.chance.pick(["'Liberation Sans'", "'DejaVu Sans'", "'Noto Sans CJK JP'"]);
  const family = language === 'ja' ? "'Noto Sans CJK JP', sans-serif" : `${latin}, 'Liberation Sans', sans-serif`;
  return `
* { box-sizing: border-box; }
html, body { margin: 0; height: 100%; overflow: hidden; }
body { font: 14px/20px ${family}; color: ${dark ? '#fff' : '#1a1a1a'}; position: relative; }
:root { --ink: ${dark ? '#fff' : '#1a1a1a'}; --window: ${dark ? '#202020' : '#f3f3f3'}; --card: ${dark ? '#2b2b2b' : '#fbfbfb'}; --edge: ${dark ? '#1d1d1d' : '#e5e5e5'};
  --quiet: ${dark ? '#c5c5c5' : '#5d5d5d'}; --accent: ${dark ? '#60cdff' : '#005fb8'}; --onaccent: ${dark ? '#000' : '#fff'};
  --button: ${dark ? '#373737' : '#fefefe'}; --red: ${dark ? '#ff99a4' : '#c42b1c'}; --line: ${dark ? '#3d3d3d' : '#d2d2d2'}; }
.wall { position: absolute; inset: 0; }
.bar { position: absolute; left: 0; right: 0; bottom: 0; height: 48px; background: ${dark ? '#1c1c1cee' : '#eef2f6ee'}; display: flex; align-items: center; justify-content: center; gap: 10px; border-top: 1px solid #8884; }
.bar i { width: 26px; height: 26px; border-radius: 5px; }
.clock { position: absolute; right: 12px; text-align: right; font-size: 12px; line-height: 16px; }
.desk { position: absolute; left: 14px; top: 10px; font-size: 12px; line-height: 15px; color: #fff; text-shadow: 0 1px 3px #000; text-align: center; width: 76px; }
.desk i { display: block; width: 44px; height: 44px; margin: 12px auto 3px; border-radius: 6px; }
.window { position: absolute; background: var(--window); border-radius: 8px; box-shadow: 0 12px 40px #0008; border: 1px solid #8886; overflow: hidden; }
.title { height: 34px; display: flex; align-items: center; padding-left: 14px; font-size: 12px; gap: 12px; }
.title b { margin-left: auto; font-weight: normal; letter-spacing: 30px; font-size: 13px; padding-right: 0; color: var(--quiet); }
button { font: inherit; color: inherit; border: 1px solid var(--line); background: var(--button); border-radius: 4px; padding: 4px 14px; min-width: 100px; }
button.main { background: var(--accent); color: var(--onaccent); border-color: var(--accent); }
.quiet { color: var(--quiet); font-size: 12px; line-height: 16px; }
.mono { font-family: 'DejaVu Sans Mono', 'Noto Sans Mono CJK JP', monospace; }`;
};

const colours = ['#2f7de1', '#f2b01e', '#35a852', '#d94f38', '#7b5bd6', '#1fa7b8', '#e37fb1', '#8c99a6'];

/** Returns a desktop of Windows 11, with wallpaper, icons and taskbar, around what lies on it. */
export function desktop(scene: Scene, inner: string): string {
  const { chance, dark, language } = scene;
  const hue = chance.whole(190, 260);
  const light = dark ? 18 : 62;
  const wall = chance.happens(0.15)
    ? '#000'
    : `radial-gradient(ellipse 46% 60% at ${chance.whole(40, 65)}% 62%, hsl(${hue} 85% ${light + 18}%), transparent 70%), radial-gradient(ellipse 30% 80% at 55% 50%, hsl(${hue + 30} 70% ${light}%), transparent 80%), hsl(${hue} 55% ${dark ? 10 : 78}%)`;
  const icon = () => `<i style="background:${chance.pick(colours)}"></i>`;
  const names =
    language === 'ja'
      ? ['ごみ箱', 'Microsoft Edge', '見積書 2026', '会議メモ', 'Teams', '写真']
      : ['Recycle Bin', 'Microsoft Edge', 'Budget 2026', 'Meeting notes', 'Teams', 'Photos'];
  const shown = names.slice(0, chance.whole(1, names.length));
  const hour = `${chance.whole(8, 21)}:${String(chance.whole(0, 59)).padStart(2, '0')}`;
  const [month, day] = [chance.whole(1, 12), chance.whole(1, 28)];
  const date =
    language === 'ja'
      ? `2026/${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}`
      : `${month}/${day}/2026`;
  return `<div class="wall" style="background:${wall}"></div>
<div class="desk">${shown.map((name) => icon() + name).join('')}</div>
${inner}
<div class="bar">${Array.from({ length: chance.whole(5, 9) }, icon).join('')}<div class="clock">${hour}<br>${date}</div></div>`;
}

/** Returns a window at a place of the desktop, in CSS pixels. The class `part` makes it what people crop to. `buttons`: those of its title. */
export function windowAt(
  place: { readonly left: number; readonly top: number; readonly width: number; readonly height?: number },
  title: string,
  inner: string,
  buttons = '–□×',
): string {
  const height = place.height === undefined ? '' : `height:${place.height}px;`;
  return `<div class="window part" style="left:${place.left}px;top:${place.top}px;width:${place.width}px;${height}">
<div class="title"><span>${escaped(title)}</span><b>${buttons}</b></div>${inner}</div>`;
}

/** Returns a place for a window of this width at about the middle of the desktop. */
export const middle = (
  { chance, size: [wide, high] }: Scene,
  width: number,
): { left: number; top: number; width: number } => ({
  left: Math.max(20, Math.round((wide - width) * chance.between(0.2, 0.8))),
  top: chance.whole(20, high - 560),
  width,
});
