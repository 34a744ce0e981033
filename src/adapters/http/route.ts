import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReadBody } from './body.ts';

/** A route of the HTTP server. If its handler throws or rejects, the server answers 500 and logs the error. */
export interface HttpRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Answers a request. The body is not read before `read` is called, so that a request that can be refused by its headers is refused first. */
  readonly handle: (request: IncomingMessage, response: ServerResponse, read: ReadBody) => void | Promise<void>;
}
