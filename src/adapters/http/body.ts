import type { IncomingMessage } from 'node:http';

/** The outcome of reading a body: its text, or the status to answer with. 400: it broke off, 408: it took too long, 413: it is too long, 503: there was no room for it. */
export type Body = { readonly text: string } | { readonly refused: 400 | 408 | 413 | 503 };

/** Reads the body of a request, of at most so many bytes. */
export type ReadBody = (most: number) => Promise<Body>;

/** The limits of unfinished bodies, for all requests together. */
export interface BodyLimits {
  /** Bytes; beyond them whoever has sent for longest without an end is refused, so that a short request always has room. */
  readonly held: number;
  /** Milliseconds from the head of a request to the end of its body. */
  readonly patience: number;
}

/** Bytes that a chunk takes besides its own: else a body in single bytes would cost a hundred times what is counted. */
const perChunk = 512;

/** Returns a reader of bodies whose requests share these limits. */
export function bodyReader({ held, patience }: BodyLimits): (request: IncomingMessage) => ReadBody {
  /** How to give a body up, and the bytes that it holds; the one that began first is first. */
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
      const finish = (body: Body) => {
        clearTimeout(late);
        release(giveUp);
        if ('refused' in body) request.off('data', take).pause();
        chunks.length = 0;
        resolve(body);
      };
      const giveUp = () => finish({ refused: 503 });
      const late = setTimeout(() => finish({ refused: 408 }), patience);
      hold(giveUp, 0);
      // By events: an iterator over a stream costs more than all the rest of this.
      request.on('error', () => finish({ refused: 400 }));
      request.on('data', take);
      request.on('end', () => finish({ text: Buffer.concat(chunks).toString('utf8') }));
    });
}
