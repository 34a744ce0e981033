import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../../bot/ports.ts';
import { describeError } from '../../bot/turn/describe-error.ts';
import type { Route } from './route.ts';

/** A server that listens. */
export interface Serving {
  /** The port that it got. */
  readonly port: number;
  /** Takes nothing new, and resolves when every answer under way is sent, after 5 s at the latest. */
  stop(): Promise<void>;
}

/** Serves routes. Resolves once it listens; rejects with an Error when the port cannot be had. */
export async function serve(routes: readonly Route[], port: number, host: string, log: Log): Promise<Serving> {
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 },
    (request, response) => {
      void answer(routes, request, response).catch((error: unknown) => {
        log.error(
          { conversation: '', delivery: '', path: pathOf(request), error: describeError(error) },
          'request failed',
        );
        end(response, 500, 'Internal Server Error');
      });
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new Error(`PORT ${port} on HOST ${host} cannot be listened on (${describeError(cause)})`, { cause }));
    });
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

async function answer(routes: readonly Route[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const there = routes.filter(({ path }) => path === pathOf(request));
  const route = there.find(({ method }) => method === request.method);
  if (route !== undefined) return route.handle(request, response);
  if (there.length > 0)
    return end(response, 405, 'Method Not Allowed', { allow: there.map(({ method }) => method).join(', ') });
  end(response, 404, 'Not Found');
}

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] ?? '/';

/** Ends a response with a line of text, where it has not begun yet. */
export function end(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent) response.end();
  else response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(`${text}\n`);
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(late);
}
