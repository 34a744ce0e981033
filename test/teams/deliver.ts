import { serve } from '../../src/adapters/http/server.ts';
import type { Teams } from '../../src/adapters/teams/index.ts';
import { silent } from './chat.ts';

/** Teams delivers this activity; resolves to the answer. */
export async function deliver({ routes }: Teams, activity: object): Promise<{ status: number; body: unknown }> {
  const server = await serve(routes, 0, '127.0.0.1', silent);
  const response = await fetch(`http://127.0.0.1:${server.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  const answer = { status: response.status, body: await response.json() };
  await server.stop();
  return answer;
}
