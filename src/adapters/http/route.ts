import type { IncomingMessage, ServerResponse } from 'node:http';

/** One path that the server answers. A handler that throws or rejects is answered 500 and logged. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
}
