import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

/** The other end of Socket Mode. */
export function sockets() {
  const server = new WebSocketServer({ noServer: true });
  const answers = new Map<string, (answer: unknown) => void>();
  const open = new Set<WebSocket>();
  let count = 0;
  let mute = false;
  server.on('connection', (one) => {
    open.add(one);
    one.on('close', () => open.delete(one));
    one.on('message', (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload?: unknown };
      answers.get(id)?.(payload ?? null);
    });
    if (mute) return;
    one.send(
      JSON.stringify({
        type: 'hello',
        num_connections: 1,
        debug_info: { host: 'fake' },
        connection_info: { app_id: 'A000000001' },
      }),
    );
  });
  return {
    take: (request: IncomingMessage, stream: Duplex, head: Buffer) =>
      server.handleUpgrade(request, stream, head, (one) => server.emit('connection', one, request)),
    send: (type: string, payload: unknown, retry = 0): Promise<unknown> => {
      count += 1;
      const id = `envelope-${count}`;
      const { promise, resolve } = Promise.withResolvers<unknown>();
      answers.set(id, resolve);
      for (const one of open)
        one.send(
          JSON.stringify({
            ...{ envelope_id: id, type, accepts_response_payload: type !== 'events_api', payload },
            ...(type === 'events_api' && { retry_attempt: retry, retry_reason: retry > 0 ? 'timeout' : '' }),
          }),
        );
      return promise;
    },
    raw: (frame: string | Buffer) => {
      for (const one of open) one.send(frame);
    },
    mute: (is: boolean) => {
      mute = is;
    },
    count: () => open.size,
    cut: () => {
      for (const one of open) one.terminate();
    },
  };
}
