import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeError } from '../../bot/lib/describe-error.ts';
import type { Log } from '../../bot/ports.ts';
import { type BodyLimits, bodyReader, type ReadBody } from './body.ts';
import { limitConnections } from './connections.ts';
import type { HttpRoute } from './route.ts';
import { sendLine } from './send.ts';

/** A listening HTTP server. */
export interface Serving {
  /** The port that it listens on. */
  readonly port: number;
  /** Stops accepting connections; resolves when all responses in progress are sent, after 5 s at the latest. */
  stop(): Promise<void>;
}

/** The limits on what a server holds for clients that are not authenticated yet. */
export interface ServerLimits extends BodyLimits {
  /** Maximum number of simultaneous connections. */
  readonly connections: number;
}

/** The default limits: 2,000 connections, each with up to 16 KiB of headers, and 32 MiB of bodies, about 100 MB at worst. Requests from Slack and Teams arrive within milliseconds. */
export const limitsByDefault: ServerLimits = { connections: 2_000, held: 32 * 1024 * 1024, patience: 10_000 };

/** Timeouts in milliseconds, sizes in bytes. Node checks for expired timeouts every 30 s by default; here it does so every 2 s. */
const headLimits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
};

/** Starts an HTTP server for these routes. Resolves once it listens; rejects with an Error if it cannot listen on the port. */
export async function serve(
  routes: readonly HttpRoute[],
  port: number,
  host: string,
  log: Log,
  limits: ServerLimits = limitsByDefault,
): Promise<Serving> {
  const read = bodyReader(limits);
  const server = createServer(headLimits, (request, response) => {
    void answer(routes, request, response, read(request)).catch((error: unknown) => {
      log.error(
        { conversation: '', delivery: '', path: pathOf(request), error: describeError(error) },
        'request failed',
      );
      sendLine(response, 500, 'Internal Server Error');
    });
  });
  server.maxHeadersCount = 200;
  limitConnections(server, limits.connections);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new Error(`PORT ${port} on HOST ${host} cannot be listened on (${describeError(cause)})`, { cause }));
    });
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

async function answer(
  routes: readonly HttpRoute[],
  request: IncomingMessage,
  response: ServerResponse,
  read: ReadBody,
): Promise<void> {
  const there = routes.filter(({ path }) => path === pathOf(request));
  const route = there.find(({ method }) => method === request.method);
  if (route !== undefined) return route.handle(request, response, read);
  if (there.length > 0)
    return sendLine(response, 405, 'Method Not Allowed', { allow: there.map(({ method }) => method).join(', ') });
  sendLine(response, 404, 'Not Found');
}

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] ?? '/';

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(late);
}
