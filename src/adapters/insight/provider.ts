import * as client from 'openid-client';
import { describeError } from '../../bot/lib/describe-error.ts';
import { type Check, found, inTime } from '../doctor/finding.ts';
import type { ProviderSettings } from './config.ts';

/** A sign-in on its way: what the provider's answer is checked by. */
export interface Pending {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** Who came back from the provider: may see the page, may not, or nobody whose sign-in can be checked. */
export type Returned = 'allowed' | 'refused' | 'failed';

/** A sign-in by OpenID Connect: the authorization code flow with PKCE, state and nonce. Methods reject when the provider cannot be reached. */
export interface Provider {
  /** Begins a sign-in. Resolves to the provider's page, and to what its answer is checked by. */
  begin(): Promise<{ readonly address: string; readonly pending: Pending }>;
  /** Ends a sign-in. `query`: what the provider sent back in the address. */
  end(query: string, pending: Pending): Promise<Returned>;
  /** Looks for the provider. */
  readonly check: Check;
}

/** Seconds that a request to the provider may take. */
const patience = 8;

/** Returns the sign-in at a provider. */
export function providerOf({ issuer, clientId, clientSecret, callback, allowed }: ProviderSettings): Provider {
  const discover = () =>
    client.discovery(issuer, clientId, clientSecret, undefined, {
      timeout: patience,
      // Only an issuer on this machine is read without HTTPS (`config.ts`).
      execute: issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [],
    });
  // A cache: single-flight, and asked again only after a failure.
  let known: ReturnType<typeof discover> | undefined;
  const configuration = () => {
    known ??= discover().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    begin: async () => {
      const verifier = client.randomPKCECodeVerifier();
      const pending = { verifier, state: client.randomState(), nonce: client.randomNonce() };
      const address = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback.href,
        scope: 'openid email',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: pending.state,
        nonce: pending.nonce,
      });
      return { address: address.href, pending };
    },
    end: async (query, { verifier, state, nonce }) => {
      const at = await configuration();
      const returned = new URL(callback);
      returned.search = query;
      try {
        const tokens = await client.authorizationCodeGrant(at, returned, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        return isAllowed(tokens.claims() ?? {}, allowed) ? 'allowed' : 'refused';
      } catch (error) {
        if (isAway(error)) throw error;
        return 'failed';
      }
    },
    check: () =>
      inTime('the provider of INSIGHT_OIDC_ISSUER', async () => {
        try {
          await discover();
          return [];
        } catch (error) {
          return isAway(error)
            ? found('away', `INSIGHT_OIDC_ISSUER could not be asked (${describeError(error)})`)
            : found(
                'wrong',
                'INSIGHT_OIDC_ISSUER is no OpenID Connect issuer: compare it with "issuer" in what it shows at /.well-known/openid-configuration',
              );
        }
      }),
  };
}

/** Returns true if the account is one of those that may see the page. An address that the provider says is not verified may be anybody's. */
const isAllowed = (claims: Readonly<Record<string, unknown>>, allowed: readonly string[]): boolean => {
  const { email, email_verified: verified } = claims;
  if (typeof email !== 'string' || verified === false) return false;
  const address = email.toLowerCase();
  return allowed.some((one) => (one.startsWith('@') ? address.endsWith(one) : address === one));
};

/** Returns true for the error of a request that got no answer, or one that says that the provider is out of order. */
function isAway(error: unknown): boolean {
  if (error instanceof client.ClientError) {
    const { cause, code } = error;
    return code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || (cause instanceof Response && cause.status >= 500);
  }
  return error instanceof TypeError && !('code' in error);
}
