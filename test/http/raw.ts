import { connect, type Socket } from 'node:net';

/** A connection that sends what it is told to, and no more. */
export interface Raw {
  send(bytes: string): void;
  /** Resolves to all that was answered, once the other side has closed. */
  readonly answer: Promise<string>;
  /** Resolves to what was answered so far, once that is something. */
  readonly begun: Promise<string>;
  readonly socket: Socket;
}

/** Opens one to a port of this machine. Being reset is no error: what was answered before counts. */
export function raw(port: number): Raw {
  const socket = connect(port, '127.0.0.1');
  const begun = Promise.withResolvers<string>();
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
    begun.resolve(heard);
  });
  const answer = new Promise<string>((resolve) => {
    socket.once('close', () => {
      begun.resolve(heard);
      resolve(heard);
    });
  });
  socket.on('error', () => {});
  return { send: (bytes) => void socket.write(bytes), answer, begun: begun.promise, socket };
}

/** The head of a request with a body of so many bytes. */
export const head = (path: string, length: number, headers: Readonly<Record<string, string>> = {}): string =>
  [`POST ${path} HTTP/1.1`, 'host: localhost', `content-length: ${length}`]
    .concat(Object.entries(headers).map(([name, value]) => `${name}: ${value}`))
    .join('\r\n')
    .concat('\r\n\r\n');

/** The status of an answer; 0: there was none. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);
