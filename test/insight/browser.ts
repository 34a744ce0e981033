import { mkdirSync } from 'node:fs';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumHere } from '../browser.ts';
import { client, startProvider } from './provider.ts';
import { servePage, token } from './serve.ts';

/** Opens the operator's page in a real browser, light and dark, at the width of a telephone and of a desk, in both languages, and without script; signs in by the token and at a real provider; and has axe look for what people could not use. Ends with 1 if something is wrong. Pictures: `test/insight/pictures/`. */

const pictures = new URL('./pictures/', import.meta.url);
mkdirSync(pictures, { recursive: true });
let failed = 0;
const check = (what: string, holds: boolean, why: unknown = '') => {
  console.log(`${holds ? 'ok' : 'FAILED'}  ${what}${holds ? '' : `: ${JSON.stringify(why)}`}`);
  if (!holds) failed += 1;
};

async function isClean(page: Page, what: string): Promise<void> {
  // The page's own policy forbids scripts, so axe is put in by the debugger, where that policy does not count.
  await page.evaluate(`${axe.source}; void 0`);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  check(
    `${what}: axe finds nothing`,
    violations.length === 0,
    violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
  );
  const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  check(`${what}: nothing is wider than the screen`, wider === 0, wider);
}

const looks = [
  { name: 'phone', width: 390, colorScheme: 'light', lang: 'ja' },
  { name: 'phone-dark', width: 390, colorScheme: 'dark', lang: 'ja' },
  { name: 'desk', width: 1_100, colorScheme: 'light', lang: 'en' },
  { name: 'desk-dark', width: 1_100, colorScheme: 'dark', lang: 'en' },
] as const;

async function look(browser: Browser, address: string): Promise<void> {
  for (const { name, width, colorScheme, lang } of looks) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      javaScriptEnabled: true,
    });
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => void refused.push(message.text()));
    await page.goto(`${address}/insight?lang=${lang}`);
    await isClean(page, `${name}, door`);
    await page.screenshot({ path: new URL(`door-${name}.png`, pictures).pathname });
    await page.getByLabel(/合言葉|Token/).fill(token);
    await page.getByRole('button', { name: /サインイン|Sign in/ }).click();
    await page.goto(`${address}/insight?lang=${lang}&days=91`);
    check(
      `${name}: the figures are there`,
      (await page.locator('table').count()) >= 6,
      await page.locator('table').count(),
    );
    await isClean(page, name);
    await page.screenshot({ path: new URL(`${name}.png`, pictures).pathname, fullPage: true });
    await page.locator('.flow').screenshot({ path: new URL(`flow-${name}.png`, pictures).pathname });
    check(`${name}: the browser had nothing to refuse`, refused.length === 0, refused);
    await context.close();
  }
}

async function withoutScript(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${address}/insight?lang=en`);
  await page.getByLabel(/合言葉|Token/).fill('not the token');
  await page.getByRole('button', { name: 'Sign in' }).click();
  check('without script: a wrong token is told so', await page.getByRole('alert').isVisible());
  await page.getByLabel(/合言葉|Token/).fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: '91 days' }).click();
  check('without script: the figures are there', (await page.locator('table').count()) >= 6);
  await page.getByRole('button', { name: 'Sign out' }).click();
  check('without script: signing out closes it', (await page.locator('table').count()) === 0);
  await context.close();
}

async function atProvider(browser: Browser): Promise<void> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const callback = new URL(`http://127.0.0.1:${port}/insight/callback`);
  const provider = await startProvider({ email: 'ann@example.com', verified: true }, () => callback.href);
  const settings = { issuer: new URL(provider.issuer), clientId: client.id, clientSecret: client.secret, callback };
  const served = await servePage(
    { token: undefined, provider: { ...settings, allowed: ['@example.com'] } },
    0,
    undefined,
    port,
  );
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(`${served.address}/insight`);
  await page.getByRole('link', { name: 'Sign in with your company account' }).click();
  await page.waitForURL(/\/insight\?lang=en$/);
  check('at a provider: the page opens', await page.getByRole('button', { name: 'Sign out' }).isVisible());
  await context.close();
  await served.stop();
  await provider.stop();
}

const served = await servePage({}, 400);
const browser = await chromium.launch({
  executablePath: chromiumHere(),
  headless: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await look(browser, served.address);
  await withoutScript(browser, served.address);
  await atProvider(browser);
} finally {
  await browser.close();
  await served.stop();
}
console.log(failed === 0 ? 'all passed, 0 failed' : `${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
