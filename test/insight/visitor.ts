/** Somebody with a browser that keeps cookies by their paths and follows no redirect by itself. */
export function visitor(address: string) {
  const jar = new Map<string, string>();
  const go = async (path: string, init: RequestInit = {}): Promise<Response & { readonly page: string }> => {
    const url = new URL(path, address);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: { cookie, 'accept-language': 'en', connection: 'close', ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return Object.assign(response, { page: await response.text() });
  };
  return {
    jar,
    go,
    /** Enters a token into the form. */
    enter: (token: string) =>
      go('/insight/sign-in?lang=en', {
        method: 'POST',
        body: new URLSearchParams({ token }),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    /** Follows redirects until there is none. */
    follow: async (path: string, most = 12) => {
      let response = await go(path);
      for (let n = 0; n < most && response.status >= 300 && response.status < 400; n += 1) {
        const next = new URL(response.headers.get('location') ?? '', response.url);
        response = await go(next.href);
      }
      return response;
    },
  };
}
