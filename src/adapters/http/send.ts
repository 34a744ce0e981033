import type { ServerResponse } from 'node:http';

/** Bytes that an unread body may say it has to be taken all the same; of a longer one only what the operating system buffers is taken. */
const drained = 64 * 1024;
/** Milliseconds that such a connection stays open. */
const patience = 1_000;

/** Answers a request, where no answer has begun yet. Where its body was not read to the end, the connection is closed. */
export function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const unread = isUnread(response);
  response.writeHead(status, {
    ...headers,
    'content-length': Buffer.byteLength(body),
    ...(status === 503 && { 'retry-after': '1' }),
    ...(unread && { connection: 'close' }),
  });
  if (unread) hangUp(response, body);
  else response.end(body);
}

/** Answers with a line of text. */
export const sendLine = (
  response: ServerResponse,
  status: number,
  line: string,
  headers: Readonly<Record<string, string>> = {},
): void => send(response, status, `${line}\n`, { 'content-type': 'text/plain; charset=utf-8', ...headers });

const isUnread = ({ req: { headers, complete } }: ServerResponse): boolean =>
  !complete && (Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined);

/** Closes in stages: a socket that is closed with something unread is reset, and the answer is lost on its way: https://www.rfc-editor.org/rfc/rfc9112#section-9.6 */
function hangUp(response: ServerResponse, body: string): void {
  const { req: request, socket } = response;
  // Behind another answer that is still on its way.
  if (socket === null) {
    response.end(body);
    return;
  }
  response.write(body);
  socket.end();
  const late = setTimeout(() => socket.destroy(), patience);
  socket.once('close', () => clearTimeout(late));
  if (Number(request.headers['content-length'] ?? drained) >= drained) return;
  request.on('end', () => socket.destroySoon());
  request.resume();
}
