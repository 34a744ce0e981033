import * as http from 'node:http';
import * as https from 'node:https';
import { text } from 'node:stream/consumers';
import type { webApi } from '@slack/bolt';

type Fetch = NonNullable<webApi.WebClientOptions['fetch']>;
const keep = { keepAlive: true, scheduling: 'lifo', timeout: 30_000 } as const;
const ways = {
  'http:': { request: http.request, agent: new http.Agent(keep) },
  'https:': { request: https.request, agent: new https.Agent(keep) },
};

/** `fetch` as far as Slack's client needs it, on Node's own HTTP client: half the CPU of the built-in one. Rejects with the error of the connection. */
export const lightFetch: Fetch = async (url, init = {}) => {
  const { method = 'GET', headers = {}, body, signal } = init;
  const address = new URL(url);
  const way = ways[address.protocol as keyof typeof ways];
  // Files go the long way.
  if (way === undefined || (body !== undefined && typeof body !== 'string')) return fetch(url, init as RequestInit);
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const request = way.request(
      address,
      { method, agent: way.agent, headers: { ...headers, ...length }, ...(signal && { signal }) },
      resolve,
    );
    request.on('error', reject).end(body);
  });
  const said = await text(response);
  const status = response.statusCode ?? 0;
  const all = new Headers(
    Object.entries(response.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText: response.statusMessage ?? '',
    url: address.href,
    headers: all,
    arrayBuffer: async () => new TextEncoder().encode(said).buffer as ArrayBuffer,
    json: async () => JSON.parse(said) as unknown,
    text: async () => said,
  };
};
