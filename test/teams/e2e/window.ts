import { type Browser, chromium, type Page } from 'playwright-core';

/** The Playground as a person uses it. Whatever does not come within 10 s throws. */
export interface Window {
  readonly page: Page;
  /** Opens a chat by its name. */
  open(chat: string): Promise<void>;
  write(text: string): Promise<void>;
  /** Writes a message that begins with a mention of the bot; in a channel as a new post. */
  mention(text: string, send: string): Promise<void>;
  /** Presses a button of the newest card. */
  press(label: string): Promise<void>;
  /** Touches a text, which opens what is below it. */
  touch(text: string): Promise<void>;
  /** Fills in a field of the newest card. */
  fill(label: string, value: string): Promise<void>;
  /** Waits for a text. */
  see(text: string): Promise<void>;
  /** How many buttons of this name there are. */
  count(label: string): Promise<number>;
  /** Takes a picture of the window, or of the chat alone. */
  picture(file: string, part: 'all' | 'chat'): Promise<void>;
  close(): Promise<void>;
}

const composer = 'div[role="textbox"][contenteditable="true"]';
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const still = ['--disable-background-networking', '--disable-component-update'];

/** Opens the Playground in a headless browser. */
export async function openWindow(executablePath: string, url: string): Promise<Window> {
  const browser: Browser = await chromium.launch({ executablePath, headless: true, args: [...quiet, ...still] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 1100 }, locale: 'ja-JP' });
  // Nothing outside this machine is needed; waiting for it would only take time.
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(url);
  await page.locator(composer).first().waitFor();
  const newest = () => page.locator('.ac-adaptiveCard').last();
  const typeInto = async (n: 'first' | 'last', text: string) => {
    await page.locator(composer)[n]().click();
    await page.keyboard.insertText(text);
  };
  return {
    page,
    open: async (chat) => {
      await page.locator(`button[role="treeitem"][aria-label="${chat}"]`).click();
      await page.locator(composer).first().waitFor();
    },
    write: async (text) => {
      await typeInto('last', text);
      await page.locator('button[aria-label="Send Message"]').last().click();
    },
    mention: async (text, send) => {
      await page.locator(composer).first().click();
      await page.keyboard.type('@Te', { delay: 50 });
      await page.getByRole('menuitem', { name: 'Test Bot' }).click();
      await page.keyboard.insertText(` ${text}`);
      await page.getByRole('button', { name: send, exact: true }).first().click();
    },
    press: (label) => newest().getByRole('button', { name: label, exact: true }).click(),
    touch: (text) => newest().getByText(text).click(),
    fill: (label, value) => newest().getByLabel(label, { exact: true }).fill(value),
    see: (text) => page.getByText(text).last().waitFor(),
    count: (label) => page.getByRole('button', { name: label, exact: true }).count(),
    picture: async (path, part) => {
      await page.mouse.move(0, 0);
      await page.waitForTimeout(part === 'all' ? 600 : 4_000); // Until what moves, or passes, has gone.
      await page.screenshot(part === 'all' ? { path } : { path, clip: { x: 331, y: 49, width: 618, height: 960 } });
    },
    close: () => browser.close(),
  };
}
