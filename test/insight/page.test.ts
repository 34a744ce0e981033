import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSettings } from '../../src/adapters/config/settings.ts';
import { ends, reportOf } from '../../src/adapters/insight/report.ts';
import { occurredIn } from '../../src/adapters/store/occurrences.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { languages } from '../../src/bot/languages.ts';
import { servePage, token } from './serve.ts';
import { visitor } from './visitor.ts';

let served: Awaited<ReturnType<typeof servePage>>;
const planted = ['山田太郎', 'taro.yamada@example.com', 'VK7JG-NPHTM-C97JM-9MPGT-3V66T', '090-1234-5678'];
beforeAll(async () => {
  // What the ids of conversations hold is nobody's business on the page either.
  served = await servePage({}, 150, (n) => `${planted.join('')}/${n}.1`);
}, 60_000);
afterAll(() => served.stop());

describe('the door of the page', () => {
  test('whoever is not signed in gets the form, and no figure', async () => {
    const { page, status } = await visitor(served.address).go('/insight?lang=en');
    expect(status).toBe(200);
    expect(page).toContain('name="token"');
    expect(page).not.toContain('<table');
  });

  test('the token opens it for eight hours, and signing out closes it', async () => {
    const me = visitor(served.address);
    expect((await me.enter(token)).status).toBe(303);
    expect((await me.go('/insight')).page).toContain('<table');
    served.clock.now += 8 * 60 * 60 * 1_000 + 1;
    expect((await me.go('/insight')).page).toContain('name="token"');
    served.clock.now -= 8 * 60 * 60 * 1_000 + 1;
    expect((await me.go('/insight')).page).toContain('<table');
    await me.go('/insight/sign-out', { method: 'POST' });
    expect((await me.go('/insight')).page).toContain('name="token"');
  });

  test('a wrong token is told so, and after ten of them nobody is let in for a minute', async () => {
    const me = visitor(served.address);
    for (let n = 0; n < 10; n += 1) expect((await me.enter(`wrong ${n}`)).status).toBe(403);
    expect((await me.enter(token)).status).toBe(429);
    served.clock.now += 60_001;
    expect((await me.enter(token)).status).toBe(303);
  });

  test('a cookie that was changed, or that is another one, opens nothing', async () => {
    const me = visitor(served.address);
    await me.enter(token);
    const [[name = '', value = ''] = []] = me.jar;
    for (const other of [`${value.slice(0, -4)}AAAA`, '', 'x', '%', 'a'.repeat(8_000)]) {
      me.jar.set(name, other);
      expect((await me.go('/insight')).page).toContain('name="token"');
    }
  });

  test('a form that is too long is refused', async () => {
    expect((await visitor(served.address).enter('x'.repeat(5_000))).status).toBe(413);
  });

  test('the cookie is kept from scripts and other pages, and where the address is HTTPS, from plain connections', async () => {
    const plain = await visitor(served.address).enter(token);
    expect(plain.headers.getSetCookie()[0]).toMatch(/; Path=\/insight; Max-Age=28800; HttpOnly; SameSite=Lax$/);
    const secure = await servePage({ secure: true });
    const cookies = (await visitor(secure.address).enter(token)).headers.getSetCookie();
    expect(cookies[0]).toMatch(/; SameSite=Lax; Secure$/);
    await secure.stop();
  });

  test('a browser may load nothing but its style sheet, and no other page may frame it', async () => {
    const { headers } = await visitor(served.address).go('/insight');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('the page', () => {
  const read = async (query: string) => {
    const me = visitor(served.address);
    await me.enter(token);
    return (await me.go(`/insight?${query}`)).page;
  };
  /** The cells of the row that begins with a name. */
  const row = (page: string, name: string) =>
    [...(new RegExp(`<th scope="row">${name}</th>(.*?)</tr>`).exec(page)?.[1] ?? '').matchAll(/<td>(.*?)<\/td>/g)].map(
      ([, cell = '']) => (cell.includes('hidden') ? null : Number(cell)),
    );

  test.each(['ja', 'en'])(
    'every figure of the tables by origin is the one that was counted, or hidden: %s',
    async (lang) => {
      const page = await read(`lang=${lang}&days=91`);
      const { counts } = await occurredIn(served.database, 0, Number.MAX_SAFE_INTEGER);
      const words = wordsIn(lang === 'ja' ? 'ja' : 'en');
      const of = (origin: string) =>
        ends.map((end) =>
          counts
            .filter((one) => one.kind === 'ended' && one.name === end && one.origin === origin)
            .reduce((sum, { count }) => sum + count, 0),
        );
      const cells = row(page, words.text('facts:origin.organization'));
      expect(cells).toHaveLength(ends.length);
      const truth = of('organization');
      expect(cells.map((cell, n) => cell ?? truth[n])).toEqual(truth);
      expect(cells.some((cell) => cell !== null && cell > 0)).toBe(true);
    },
  );

  test('all names of rows and columns are words of the language', async () => {
    for (const lang of ['ja', 'en']) {
      const page = await read(`lang=${lang}&days=91`);
      const names = [...page.matchAll(/<(?:th|dt|h2|h3|text)[^>]*>([^<]+)</g)].map(([, text = '']) => text);
      expect(names.filter((text) => /^[a-z_-]+$|[a-z]+:[a-z]|\{\{|question\.|=/.test(text))).toEqual([]);
      expect(names.length).toBeGreaterThan(60);
    }
  });

  test('no name, mail address, key or number of a person, and no id of a conversation, is on the page', async () => {
    const page = await read('lang=ja&days=91');
    const { counts } = await occurredIn(served.database, 0, Number.MAX_SAFE_INTEGER);
    const all = page + JSON.stringify(counts);
    expect([...planted, 'T1', 'slack:'].filter((word) => all.includes(word))).toEqual([]);
  });

  test('a time in which nothing occurred says so', async () => {
    const me = visitor(served.address);
    served.clock.now += 500 * 24 * 60 * 60 * 1_000;
    await me.enter(token);
    expect((await me.go('/insight?lang=en')).page).toContain('Nothing was recorded');
    served.clock.now -= 500 * 24 * 60 * 60 * 1_000;
  });

  test('what a later version keeps is left out, and an unknown name is shown as it is, escaped', () => {
    const about = { channel: 'slack', origin: '<b>', code: '', situation: '', from: '' };
    const report = reportOf({ counts: [{ ...about, kind: 'ended', name: 'resolved', count: 7 }], answers: [] });
    expect(report.origins).toMatchObject({ rows: ['<b>'], cells: [[7, 0, 0, 0, 0]] });
    expect(languages.length).toBeGreaterThan(1);
  });
});

describe('the settings of the page', () => {
  const provider = {
    INSIGHT_OIDC_ISSUER: 'https://id.example.com',
    INSIGHT_OIDC_CLIENT_ID: 'navi',
    INSIGHT_OIDC_CLIENT_SECRET: 'secret',
    INSIGHT_URL: 'https://bot.example.com',
    INSIGHT_ALLOWED: 'ann@example.com, @example.org',
  };
  test('without a token and a provider there is no page, and nothing is kept for it', () => {
    expect(readSettings({}).insight).toBeUndefined();
  });

  test('a provider is set up by five settings, and what is missing is named', () => {
    expect(readSettings(provider).insight?.provider).toMatchObject({ allowed: ['ann@example.com', '@example.org'] });
    for (const name of Object.keys(provider))
      if (name !== 'INSIGHT_URL') expect(() => readSettings({ ...provider, [name]: '' })).toThrow(name);
    expect(() => readSettings({ ...provider, INSIGHT_URL: '' })).toThrow('INSIGHT_URL');
  });

  test.each([
    ['INSIGHT_TOKEN', 'short'],
    ['INSIGHT_ALLOWED', 'everybody'],
    ['INSIGHT_OIDC_ISSUER', 'http://id.example.com'],
    ['INSIGHT_URL', 'http://bot.example.com'],
    ['INSIGHT_ZONE', 'Tokyo'],
    ['INSIGHT_DAYS', '0'],
  ])('a setting that is not safe or cannot work is refused: %s=%s', (name, value) => {
    expect(() => readSettings({ ...provider, [name]: value })).toThrow(name);
  });
});
