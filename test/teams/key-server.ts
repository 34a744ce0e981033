import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** Where the bot finds the keys of the Bot Framework, and somebody who signs with them. */
export interface KeyServer {
  readonly metadata: string;
  /** How often somebody asked for something. */
  readonly asked: number;
  /** Signs as the Bot Framework does; `header` and `key` for those who forge. The key id `key-webchat` is ours too, but not endorsed for Teams. */
  sign(claims: JWTPayload, header?: Readonly<Record<string, string>>, key?: 'ours' | 'foreign'): Promise<string>;
  /** Whether the next reader of the keys gets an error. */
  broken: boolean;
  stop(): Promise<void>;
}

/** A key server on this machine; its key is endorsed for Teams, as Microsoft's are. */
export async function startKeyServer(): Promise<KeyServer> {
  const [ours, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(ours.publicKey)), use: 'sig' };
  const keys = ['msteams', 'webchat'].map((channel) => ({
    ...jwk,
    kid: channel === 'msteams' ? 'key-1' : `key-${channel}`,
    endorsements: [channel],
  }));
  let asked = 0;
  const server = createServer(({ url }, response) => {
    asked += 1;
    if (self.broken) return response.writeHead(500).end();
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const found = url === '/keys' ? { keys } : { issuer: 'https://api.botframework.com', jwks_uri: `${base}/keys` };
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const self: KeyServer = {
    metadata: `http://127.0.0.1:${(server.address() as AddressInfo).port}/openid`,
    broken: false,
    get asked() {
      return asked;
    },
    sign: (claims, header = {}, key = 'ours') =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'key-1', ...header })
        .sign((key === 'ours' ? ours : foreign).privateKey),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return self;
}
