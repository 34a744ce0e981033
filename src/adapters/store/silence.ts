import type { Socket } from 'node:net';
import type { Pool, PoolClient } from 'pg';

/** Destroys a connection of the pool when a statement receives nothing for `silence` milliseconds (a query timeout). The driver's own `query_timeout` puts a function into a field of every query; V8 allocates such functions in the old generation, where they retain the query and its values until a full garbage collection. */
export function breakSilent(pool: Pool, silence: number): void {
  pool.on('connect', (client) => {
    const socket = socketOf(client);
    socket.on('timeout', () => socket.destroy(new Error('The database is silent')));
  });
  pool.on('acquire', (client) => void socketOf(client).setTimeout(silence));
  // An idle connection may be silent.
  pool.on('release', (_, client) => void socketOf(client).setTimeout(0));
}

const socketOf = ({ connection }: PoolClient) => connection.stream as Socket;
