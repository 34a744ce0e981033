import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, client, startProvider } from './provider.ts';
import { servePage } from './serve.ts';
import { visitor } from './visitor.ts';

/** The port of the page is not known before its provider is. */
const port = 20_000 + Math.floor(Math.random() * 20_000);
const callback = `http://127.0.0.1:${port}/insight/callback`;
const account: Account = { email: 'Ann@example.com', verified: true };
let provider: Awaited<ReturnType<typeof startProvider>>;
const settingsOf = (issuer: string, allowed = ['ann@example.com', '@example.org']) => ({
  token: undefined,
  provider: {
    issuer: new URL(issuer),
    clientId: client.id,
    clientSecret: client.secret,
    callback: new URL(callback),
    allowed,
  },
});
const open = (issuer = provider.issuer) => servePage(settingsOf(issuer), 0, undefined, port);
let served: Awaited<ReturnType<typeof servePage>>;
beforeAll(async () => {
  provider = await startProvider(account, () => callback);
  served = await open();
});
afterAll(async () => {
  await served.stop();
  await provider.stop();
});

/** Goes the whole way, as a browser does. */
const signIn = () => {
  const me = visitor(served.address);
  return { me, page: me.follow('/insight/sign-in?lang=en') };
};

describe('signing in at a real provider', () => {
  test('an account that is allowed sees the page', async () => {
    const { me, page } = signIn();
    expect((await page).status).toBe(200);
    expect((await me.go('/insight?lang=en')).page).toContain('How Ninshō Navi is used');
  });

  test.each([
    ['of another address', { email: 'bob@example.com', verified: true }],
    ['of a domain that only ends alike', { email: 'ann@notexample.org', verified: true }],
    ['whose address is not verified', { email: 'ann@example.com', verified: false }],
  ])('an account %s is refused', async (_, other) => {
    Object.assign(account, other);
    const { me, page } = signIn();
    expect((await page).status).toBe(403);
    expect((await page).page).toContain('This account may not see the page');
    expect((await me.go('/insight?lang=en')).page).toContain('Sign in');
    Object.assign(account, { email: 'Ann@example.com', verified: true });
  });

  test('anybody of an allowed domain sees it', async () => {
    Object.assign(account, { email: 'carol@example.org', verified: undefined });
    expect((await signIn().page).status).toBe(200);
    Object.assign(account, { email: 'Ann@example.com', verified: true });
  });

  test.each(['', '?code=made-up&state=made-up', '?error=access_denied'])(
    'a way back that nobody has begun, or that was begun elsewhere, opens nothing: %s',
    async (query) => {
      const me = visitor(served.address);
      expect((await me.go(`/insight/callback${query}`)).status).toBe(400);
      await me.go('/insight/sign-in');
      expect((await me.go(`/insight/callback${query}`)).status).toBe(400);
      expect((await me.go('/insight')).page).not.toContain('<h2');
    },
  );

  test('nobody can be signed in by another one’s way back', async () => {
    const attacker = visitor(served.address);
    let response = await attacker.go('/insight/sign-in');
    while (!(response.headers.get('location') ?? '').startsWith(callback))
      response = await attacker.go(new URL(response.headers.get('location') ?? '', response.url).href);
    const victim = visitor(served.address);
    await victim.go('/insight/sign-in');
    expect((await victim.go(response.headers.get('location') ?? '')).status).toBe(400);
  });

  test('a provider that is away is said to be so, and the next attempt asks it anew', async () => {
    await served.stop();
    served = await open('http://127.0.0.1:9');
    const away = await visitor(served.address).go('/insight/sign-in?lang=en');
    expect(away.status).toBe(503);
    expect(away.page).toContain('cannot be reached');
    expect((await served.check())[0]?.state).toBe('away');
    await served.stop();
    served = await open();
    expect(await served.check()).toEqual([]);
  });

  test('an address that is no issuer is told to the operator', async () => {
    await served.stop();
    served = await open(`${provider.issuer}/elsewhere`);
    const [finding] = await served.check();
    expect(finding).toMatchObject({ state: 'wrong', what: expect.stringContaining('is no OpenID Connect issuer') });
    await served.stop();
    served = await open();
  });

  test('neither the secret nor a code is logged', () => {
    expect(JSON.stringify(served.logged)).toBe('[]');
  });
});
