import type { IncomingMessage } from 'node:http';

/** The body of a request as text; undefined: it is longer than `most` bytes. Rejects if the request breaks off. */
export const bodyOf = (request: IncomingMessage, most: number): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > most) return resolve(undefined);
    const chunks: Buffer[] = [];
    let size = 0;
    // By events: an iterator over a stream costs more than all the rest of this.
    request.on('error', reject);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) chunks.length = 0;
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(size > most ? undefined : Buffer.concat(chunks).toString('utf8')));
  });
