import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReadBody } from './body.ts';

/** One path that the server answers. A handler that throws or rejects is answered 500 and logged. */
export interface HttpRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Answers a request, whose body is not read before `read` is called: whoever can be refused by the head is refused first. */
  readonly handle: (request: IncomingMessage, response: ServerResponse, read: ReadBody) => void | Promise<void>;
}
