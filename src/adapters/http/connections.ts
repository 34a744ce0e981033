import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Limits a server to a maximum number of connections (`most`). Above it, the connection that has waited longest for a request, or for the rest of one, is closed; if none is waiting, the new one is. So idle connections keep nobody out. */
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
