import type { IncomingMessage } from 'node:http';

/** The result of reading a request body: its text, or the status to answer with. 400: the connection broke off, 408: timeout, 413: the body is too long, 503: there was no room to buffer it. */
export type BodyResult = { readonly text: string } | { readonly refused: 400 | 408 | 413 | 503 };

/** The reader of one request body; `most` is the maximum length in bytes. */
export type ReadBody = (most: number) => Promise<BodyResult>;

/** The limits of unfinished request bodies, for all requests together. */
export interface BodyLimits {
  /** Maximum number of bytes in the buffer; above it the request that has been unfinished for longest is refused, so that a short request always has room. */
  readonly held: number;
  /** Timeout in milliseconds, from the headers of a request to the end of its body. */
  readonly patience: number;
}

/** Overhead of a chunk in bytes. Without it a body sent in single bytes would cost a hundred times as much memory as is counted. */
const perChunk = 512;

/** Returns a function that gives each request its body reader; all requests share the limits. */
export function bodyReader({ held, patience }: BodyLimits): (request: IncomingMessage) => ReadBody {
  /** The callback that gives up each unfinished body, and the bytes that it holds; oldest first. */
  const unfinished = new Map<() => void, number>();
  let total = 0;

  function hold(giveUp: () => void, bytes: number): void {
    unfinished.set(giveUp, (unfinished.get(giveUp) ?? 0) + bytes);
    total += bytes;
    for (const [longest] of unfinished) {
      if (total <= held) return;
      longest();
    }
  }
  function release(giveUp: () => void): void {
    total -= unfinished.get(giveUp) ?? 0;
    unfinished.delete(giveUp);
  }

  return (request) => (most) =>
    new Promise((resolve) => {
      if (Number(request.headers['content-length'] ?? 0) > most) return resolve({ refused: 413 });
      const chunks: Buffer[] = [];
      let size = 0;
      const take = (chunk: Buffer) => {
        size += chunk.length;
        if (size > most) return finish({ refused: 413 });
        chunks.push(chunk);
        hold(giveUp, chunk.length + perChunk);
      };
      const finish = (body: BodyResult) => {
        clearTimeout(late);
        release(giveUp);
        if ('refused' in body) request.off('data', take).pause();
        chunks.length = 0;
        resolve(body);
      };
      const giveUp = () => finish({ refused: 503 });
      const late = setTimeout(() => finish({ refused: 408 }), patience);
      hold(giveUp, 0);
      // Events, since an async iterator over a stream costs more than all the rest of this function.
      request.on('error', () => finish({ refused: 400 }));
      request.on('data', take);
      request.on('end', () => finish({ text: Buffer.concat(chunks).toString('utf8') }));
    });
}
