import { describeError } from '../../bot/lib/describe-error.ts';
import type { Log } from '../../bot/ports.ts';
import type { MetricFamily, Metrics } from '../../bot/runtime/index.ts';
import { sendResponse } from '../http/send.ts';
import { type Serving, serve } from '../http/server.ts';
import { watchProcess } from './process.ts';
import { formatFor } from './text.ts';

/** A few scrapers, which send no bodies. */
const limits = { connections: 50, held: 64 * 1024, patience: 5_000 };

/** Starts the server of metrics, which answers `/metrics` alone. `standing` reads how all conversations stand. Rejects with an Error if it cannot listen on the port. */
export async function serveMetrics(
  metrics: Metrics,
  standing: () => Promise<readonly MetricFamily[]>,
  port: number,
  host: string,
  log: Log,
): Promise<Serving> {
  const own = watchProcess();
  const route = {
    method: 'GET',
    path: '/metrics',
    handle: async ({ headers }, response) => {
      const { contentType, write } = formatFor(headers.accept);
      const families = [...metrics.read(), ...(await standing()), ...own.read()];
      sendResponse(response, 200, write(families), { 'content-type': contentType });
    },
  } satisfies Parameters<typeof serve>[0][number];
  try {
    const server = await serve([route], port, host, log, limits);
    return {
      port: server.port,
      stop: () => {
        own.stop();
        return server.stop();
      },
    };
  } catch (error) {
    own.stop();
    const cause = error instanceof Error ? error.cause : error;
    throw new Error(`METRICS_PORT ${port} on METRICS_HOST ${host} cannot be listened on (${describeError(cause)})`, {
      cause,
    });
  }
}
