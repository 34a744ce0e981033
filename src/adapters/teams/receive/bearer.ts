import { z } from 'zod';

/** The claims that a token must contain before its signature is verified. */
export interface Expected {
  readonly algorithms: readonly string[];
  readonly issuer: string;
  readonly audience: string;
  /** Maximum clock skew, in seconds. */
  readonly tolerance: number;
}

/** Maximum length of the Authorization header in characters; tokens of the Bot Framework have some 1,500. */
const longest = 8_192;
const header = z.object({ alg: z.string(), kid: z.string() });
const claims = z.object({ iss: z.string(), aud: z.string(), exp: z.number(), nbf: z.number().default(0) });

/** Returns true if an Authorization header can be one of the Bot Framework for this bot: a JSON Web Token in three parts (https://www.rfc-editor.org/rfc/rfc7519) with the expected claims. The signature is not verified, so this costs next to nothing and fetches no keys. */
export function isPlausible(authorization: string, expected: Expected): boolean {
  if (authorization.length > longest) return false;
  const [, head = '', body = ''] = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(authorization) ?? [];
  const { alg } = header.safeParse(jsonIn(head)).data ?? {};
  if (alg === undefined || !expected.algorithms.includes(alg)) return false;
  const said = claims.safeParse(jsonIn(body)).data;
  if (said?.iss !== expected.issuer || said.aud !== expected.audience) return false;
  const now = Date.now() / 1_000;
  return said.exp + expected.tolerance > now && said.nbf - expected.tolerance <= now;
}

function jsonIn(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
