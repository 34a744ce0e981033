import type { Readiness } from '../readiness.ts';
import type { HttpRoute } from './route.ts';
import { sendLine } from './send.ts';

/** Returns the health check routes for an operator's monitoring: liveness, and readiness (200 or 503, with a line for each component). */
export const health = (ready: () => Promise<Readiness>): readonly HttpRoute[] => [
  { method: 'GET', path: '/healthz', handle: (_, response) => sendLine(response, 200, 'ok') },
  {
    method: 'GET',
    path: '/readyz',
    handle: async (_, response) => {
      const { ready: is, lines } = await ready();
      sendLine(response, is ? 200 : 503, lines.join('\n'));
    },
  },
];
