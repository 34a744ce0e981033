import type { ServerResponse } from 'node:http';

/** Declared length in bytes below which an unread body is still drained; of a longer one only what the operating system buffers is received. */
const drained = 64 * 1024;
/** Timeout in milliseconds after which a connection with an unread body is destroyed. */
const patience = 1_000;

/** Sends the response to a request, unless one has begun already. If the request body was not read to its end, the connection is closed; a 503 asks for a retry after one second. */
export function sendResponse(
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

/** Sends a response of one line of plain text. */
export const sendLine = (
  response: ServerResponse,
  status: number,
  line: string,
  headers: Readonly<Record<string, string>> = {},
): void => sendResponse(response, status, `${line}\n`, { 'content-type': 'text/plain; charset=utf-8', ...headers });

const isUnread = ({ req: { headers, complete } }: ServerResponse): boolean =>
  !complete && (Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined);

/** Sends the body and closes the connection in stages: a socket closed with unread data is reset, and the response is lost on its way: https://www.rfc-editor.org/rfc/rfc9112#section-9.6 */
function hangUp(response: ServerResponse, body: string): void {
  const { req: request, socket } = response;
  // With HTTP pipelining, an earlier response of this connection is still being sent.
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
