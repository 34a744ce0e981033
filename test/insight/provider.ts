import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** The client as the provider knows it. */
export const client = { id: 'navi', secret: 'a secret of the client' };

/** What the provider says of the account that signs in. */
export interface Account {
  email: string;
  verified: boolean | undefined;
}

/** Starts a real OpenID Connect provider on this machine, whose sign-in page lets `account` in. */
export async function startProvider(account: Account, callback: () => string) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [callback()] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: account.email,
        ...(account.verified !== undefined && { email_verified: account.verified }),
      }),
    }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/let-in/${uid}` },
    pkce: { required: () => true },
    cookies: { keys: ['a key of the cookies of the provider'] },
  });
  provider.on('server_error', () => {});
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/let-in/') !== true) return void answer(request, response);
    void letIn(provider, request, response);
  });
  return {
    issuer,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Signs in and agrees, as a person would on two pages. */
async function letIn(
  provider: Provider,
  request: Parameters<ReturnType<Provider['callback']>>[0],
  response: Parameters<ReturnType<Provider['callback']>>[1],
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login')
    return provider.interactionFinished(request, response, { login: { accountId: 'someone' } });
  const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) });
  grant.addOIDCScope('openid email');
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}
