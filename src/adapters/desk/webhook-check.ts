import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type Finding, found, inTime } from '../doctor/finding.ts';

/** The codes of certificates that are not trusted, and of handshakes that fail: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const distrusted = /CERT|TLS|SSL|UNABLE_TO_VERIFY|SIGNATURE/;

/** Checks that the server of a webhook can be connected to, by https with a certificate that is trusted. It is sent no request: what it would make of one that is no event is not known. */
export const checkWebhook = (url: string): Promise<readonly Finding[]> =>
  inTime('the webhook', async () => {
    const code = await failureAt(new URL(url));
    if (code === undefined) return [];
    return distrusted.test(code)
      ? found('wrong', `the certificate of the webhook cannot be trusted (${code}): check url, and the certificate`)
      : found('away', `the webhook cannot be reached (${code})`);
  });

/** Resolves to the code by which a connection to a server failed, undefined if it was made. */
function failureAt({ protocol, hostname, port }: URL): Promise<string | undefined> {
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const isTls = protocol === 'https:';
    const to = { host, port: Number(port) || (isTls ? 443 : 80), timeout: 4_000 };
    const end = (code: string | undefined) => {
      resolve(code);
      socket.destroy();
    };
    const made = () => end(undefined);
    const socket: Socket = isTls
      ? connectTls({ ...to, ...(isIP(host) === 0 && { servername: host }) }, made)
      : connectPlain(to, made);
    socket.once('timeout', () => end('ETIMEDOUT'));
    socket.on('error', (error) => end('code' in error ? String(error.code) : error.name));
  });
}
