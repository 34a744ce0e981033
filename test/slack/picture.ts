// Writes test/pictures/slack.png: a conversation as Slack holds it, drawn from its real payloads as wide as on a phone. Needs Chromium and a Japanese font (Debian: chromium fonts-noto-cjk).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { createElement } from 'react';
import { Message } from 'slack-blocks-to-jsx';
import { nextTs } from './deliver.ts';
import { withPalette } from './png.ts';
import { rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
if (browser === undefined) {
  console.error('No Chromium found. On Debian: apt-get install chromium fonts-noto-cjk');
  process.exit(1);
}

const load = createRequire(import.meta.url);
const { renderToStaticMarkup } = load('react-dom/server') as { renderToStaticMarkup(element: object): string };
const team = 'T0ONE00001';
const user = 'U000000001';
const file = new URL('../pictures/slack.png', import.meta.url);
const svg = (body: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36">${body}</svg>`)}`;
const logos = {
  bot: svg(
    '<rect width="36" height="36" fill="#0a3d91"/><path d="M10 18.5l5.5 5.5L26.5 12.5" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>',
  ),
  person: svg(
    '<rect width="36" height="36" fill="#e8912d"/><circle cx="18" cy="14" r="6" fill="#fff"/><path d="M6 34c1-9 6-12 12-12s11 3 12 12" fill="#fff"/>',
  ),
};

const bot = await rig();
const thread = nextTs();
const said: { at: string; text: string }[] = [];

async function write(text: string): Promise<void> {
  const ts = said.length === 0 ? thread : nextTs();
  said.push({ at: text, text });
  await bot.event(team, {
    type: 'message',
    channel: channels.support,
    channel_type: 'channel',
    user,
    text,
    ts,
    ...(said.length > 1 && { thread_ts: thread }),
  });
  await bot.idle(`slack:${team}:${channels.support}:${thread}`);
}

async function press(label: string): Promise<void> {
  const message = (await bot.slack.held(team, channels.support, thread)).at(-1);
  const button = shownIn(message?.blocks ?? []).buttons.find((one) => one.label === label);
  if (button === undefined) throw new Error(`No button ${label}`);
  await bot.interact({
    type: 'block_actions',
    team: { id: team },
    user: { id: user },
    trigger_id: 'picture',
    container: { type: 'message', message_ts: message?.ts, channel_id: channels.support, thread_ts: thread },
    actions: [{ ...button.action, action_ts: nextTs() }],
  });
  await bot.idle(`slack:${team}:${channels.support}:${thread}`);
}

await write('会社のPCを家で使っています。0xC004F074が出て認証できません');
await press('やってみた');
const held = await bot.slack.held(team, channels.support, thread);
await bot.stop();

const message = (name: string, logo: string, minute: number, blocks: readonly object[]) =>
  createElement(Message, {
    blocks: blocks as Parameters<typeof Message>[0]['blocks'],
    logo,
    name,
    time: new Date(2026, 10, 24, 10, minute),
    theme: 'light',
  });
const words = (text: string) => [
  { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] },
];
const html = renderToStaticMarkup(
  createElement(
    'div',
    { id: 'thread' },
    message('田中', logos.person, 12, words(said[0]?.text ?? '')),
    ...held.map(({ blocks }, n) => message('認証ナビ', logos.bot, 12 + n, blocks)),
  ),
);
const css = readFileSync(
  createRequire(import.meta.url)
    .resolve('slack-blocks-to-jsx')
    .replace('index.js', 'style.css'),
  'utf8',
);
const own = `
  body { margin: 0; background: #fff; font-family: 'Noto Sans CJK JP', sans-serif; }
  #thread { width: 388px; padding: 14px 16px 0; }
  #thread > * { margin-bottom: 16px; }
  #thread img { border-radius: 6px; }
  .slack_blocks_to_jsx--block_wrapper { margin-top: 5px; }
  #thread > :first-child .uppercase:not(.text-xs) { display: none; }
`;
const chrome = await chromium.launch({ executablePath: browser, args: ['--no-sandbox', '--disable-lcd-text'] });
const page = await chrome.newPage({ viewport: { width: 420, height: 900 }, deviceScaleFactor: 1.6 });
await page.setContent(
  `<!doctype html><html lang="ja"><meta charset="utf-8"><style>${css}</style><style>${own}</style><body>${html}</body></html>`,
);
writeFileSync(file, withPalette(await page.locator('#thread').screenshot()));
await chrome.close();
console.log(`Wrote ${file.pathname.split('/').slice(-3).join('/')}`);
