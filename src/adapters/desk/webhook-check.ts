import { Agent, request } from 'undici';
import { type Finding, found, inTime } from '../doctor/finding.ts';

/** The codes of certificates that are not trusted, and of handshakes that fail: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const distrusted = /CERT|TLS|SSL|UNABLE_TO_VERIFY|SIGNATURE/;

/** Checks that something answers at the URL of a webhook. It is asked by GET, so nothing is told there; whatever it answers to that is right, unless it says that it is gone. */
export const checkWebhook = (url: string): Promise<readonly Finding[]> =>
  inTime('the webhook', async () => {
    const dispatcher = new Agent({ connect: { timeout: 3_000 }, headersTimeout: 4_000 });
    try {
      const { statusCode } = await request(url, { method: 'GET', dispatcher });
      if (statusCode === 410)
        return found(
          'wrong',
          'the webhook answered 410: it takes no more events; remove the desk or enter its new url',
        );
      return statusCode >= 500 ? found('away', `the webhook answered ${statusCode}`) : [];
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (distrusted.test(code))
        return found(
          'wrong',
          `the certificate of the webhook cannot be trusted (${code}): check url, and the certificate`,
        );
      return found('away', `the webhook cannot be reached (${code})`);
    } finally {
      void dispatcher.destroy();
    }
  });
