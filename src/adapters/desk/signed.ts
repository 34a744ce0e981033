import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';
import type { HttpRoute } from '../http/route.ts';
import { sendLine, sendResponse } from '../http/send.ts';

/** The schema of a secret of Standard Webhooks: `whsec_` and 24 to 64 bytes in base64. https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export const webhookSecret = z.string().refine((text) => {
  const key = /^whsec_([A-Za-z0-9+/]{32,86}={0,2})$/.exec(text)?.[1];
  const length = key === undefined ? 0 : Buffer.from(key, 'base64').length;
  return length >= 24 && length <= 64;
}, 'must be whsec_ and 24 to 64 random bytes in base64');

/** The answer to a signed request: a status, and JSON that says what became of it. */
export interface SignedAnswer {
  readonly status: number;
  readonly body: { readonly outcome: string } | { readonly error: string };
}

/** Returns the answer that says why a request was not taken. */
export const declined = (status: number, error: string, more: object = {}): SignedAnswer => ({
  status,
  body: { error, ...more },
});

/** Returns a route that takes JSON signed by Standard Webhooks: anything else is answered 401 or 400 and never parsed. `most`: maximum length of a body in bytes. Of a wrong field the answer names the path, and nothing that was sent. */
export function signedRoute<Body>(
  path: string,
  secret: string,
  most: number,
  schema: z.ZodType<Body>,
  take: (body: Body) => Promise<SignedAnswer>,
): HttpRoute {
  const webhook = new Webhook(secret);
  const handle: HttpRoute['handle'] = async (request, response, read) => {
    // Who cannot have signed is refused before anything is held for them.
    if (signatureOf(request.headers) === undefined) return sendLine(response, 401, 'Unauthorized');
    const body = await read(most);
    if ('refused' in body) return sendLine(response, body.refused, 'Not accepted');
    if (!isSignedBody(webhook, request.headers, body.text)) return sendLine(response, 401, 'Unauthorized');
    const parsed = schema.safeParse(jsonIn(body.text));
    const fields = parsed.error?.issues.map((issue) => z.core.toDotPath(issue.path)) ?? [];
    answer(response, parsed.success ? await take(parsed.data) : declined(400, 'malformed', { fields }));
  };
  return { method: 'POST', path, handle };
}

const answer = (response: ServerResponse, { status, body }: SignedAnswer): void =>
  sendResponse(response, status, JSON.stringify(body), { 'content-type': 'application/json' });

/** Returns the headers of a signature; undefined if one of them is missing. */
export function signatureOf(headers: IncomingHttpHeaders): Readonly<Record<string, string>> | undefined {
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
  const given = names.map((name) => [name, headers[name]] as const);
  const all = given.flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value]] : []));
  return all.length < names.length ? undefined : Object.fromEntries(all);
}

/** Returns true if a body was signed with the secret within the last five minutes. */
export function isSignedBody(webhook: Webhook, headers: IncomingHttpHeaders, text: string): boolean {
  try {
    webhook.verify(text, signatureOf(headers) ?? {}, { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}

/** Parses JSON; undefined if it is none. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
