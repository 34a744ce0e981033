import type { Metrics } from '../../bot/runtime/index.ts';
import type { Readiness } from '../readiness.ts';
import type { HttpRoute } from './route.ts';
import { sendLine } from './send.ts';

/** Returns the health check routes for an operator's monitoring: liveness, readiness (200 or 503, with a line for each component), and metrics in the Prometheus text format, https://prometheus.io/docs/instrumenting/exposition_formats/ */
export const health = (ready: () => Promise<Readiness>, tally: Metrics): readonly HttpRoute[] => [
  { method: 'GET', path: '/healthz', handle: (_, response) => sendLine(response, 200, 'ok') },
  {
    method: 'GET',
    path: '/readyz',
    handle: async (_, response) => {
      const { ready: is, lines } = await ready();
      sendLine(response, is ? 200 : 503, lines.join('\n'));
    },
  },
  {
    method: 'GET',
    path: '/metrics',
    handle: (_, response) => {
      const lines = Object.entries(tally.read()).map(
        ([what, count]) => `# TYPE ninsho_navi_${what}_total counter\nninsho_navi_${what}_total ${count}`,
      );
      sendLine(response, 200, lines.join('\n'));
    },
  },
];
