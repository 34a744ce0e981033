import type { Tally } from '../../bot/turn/tally.ts';
import type { Route } from './route.ts';
import { end } from './server.ts';

/** What an operator's monitoring asks: alive, ready (rejects: not ready), and counts in Prometheus' text format, https://prometheus.io/docs/instrumenting/exposition_formats/ */
export const health = (ready: () => Promise<void>, tally: Tally): readonly Route[] => [
  { method: 'GET', path: '/healthz', handle: (_, response) => end(response, 200, 'ok') },
  {
    method: 'GET',
    path: '/readyz',
    handle: async (_, response) => {
      const fine = await ready().then(
        () => true,
        () => false,
      );
      end(response, fine ? 200 : 503, fine ? 'ready' : 'not ready');
    },
  },
  {
    method: 'GET',
    path: '/metrics',
    handle: (_, response) => {
      const lines = Object.entries(tally.read()).map(
        ([what, count]) => `# TYPE ninsho_navi_${what}_total counter\nninsho_navi_${what}_total ${count}`,
      );
      end(response, 200, lines.join('\n'));
    },
  },
];
