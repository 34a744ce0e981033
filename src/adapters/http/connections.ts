import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Keeps a server at so many connections at most: for a new one, that goes from which a request, or the rest of one, has been awaited longest; where none is awaited, the new one goes. So connections that only stand there keep nobody out. */
export function limitConnections(server: Server, most: number): void {
  const awaited = new Set<Socket>();
  let open = 0;
  server.on('connection', (socket: Socket) => {
    const [longest = socket] = awaited;
    if (open >= most) longest.destroy();
    open += 1;
    awaited.add(socket);
    socket.once('close', () => {
      open -= 1;
      awaited.delete(socket);
    });
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket, headers } = request;
    const heard = () => awaited.delete(socket);
    const whole = headers['content-length'] === undefined && headers['transfer-encoding'] === undefined;
    if (whole) heard();
    else request.once('end', heard);
    response.once('finish', () => {
      request.off('end', heard);
      if (!socket.destroyed) awaited.add(socket);
    });
  });
}
