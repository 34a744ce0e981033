import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { MetricFamily } from '../../bot/runtime/index.ts';
import { gauge, total } from './families.ts';

/** Milliseconds between two looks at the event loop. */
const resolution = 20;

/** The metrics of a process itself. Their names are those that Prometheus clients use, so that dashboards at hand show them. */
export interface ProcessMetrics {
  /** Returns the present values; the lag of the event loop is that since the last call. */
  read(): readonly MetricFamily[];
  stop(): void;
}

/** Begins to watch the event loop. */
export function watchProcess(): ProcessMetrics {
  const about = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(about) as { readonly version: string };
  const lag = monitorEventLoopDelay({ resolution });
  lag.enable();
  /** Returns a delay without the pause between two looks, which is no lag, in seconds. */
  const behind = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolution) / 1_000;
  return {
    stop: () => void lag.disable(),
    read: () => {
      const { rss, heapTotal, heapUsed, external } = process.memoryUsage();
      const { user, system } = process.cpuUsage();
      const [p99, most] = lag.count > 0 ? [behind(lag.percentile(99)), behind(lag.max)] : [0, 0];
      lag.reset();
      return [
        {
          name: 'ninsho_build_info',
          type: 'gauge',
          help: 'The versions of the program and of Node.js; always 1.',
          samples: [
            {
              suffix: '',
              labels: [
                ['version', version],
                ['node', process.version],
              ],
              value: 1,
            },
          ],
        },
        gauge(
          'process_start_time_seconds',
          'Start of the process, in seconds since 1970.',
          performance.timeOrigin / 1_000,
        ),
        total('process_cpu_seconds_total', 'CPU time, in seconds.', (user + system) / 1e6),
        gauge('process_resident_memory_bytes', 'Resident memory (RSS), in bytes.', rss),
        gauge('nodejs_heap_size_total_bytes', 'Size of the heap, in bytes.', heapTotal),
        gauge('nodejs_heap_size_used_bytes', 'Used part of the heap, in bytes.', heapUsed),
        gauge('nodejs_external_memory_bytes', 'Memory outside of the heap, in bytes.', external),
        gauge('nodejs_eventloop_lag_p99_seconds', 'Lag of the event loop since the last look, 99th percentile.', p99),
        gauge('nodejs_eventloop_lag_max_seconds', 'Longest lag of the event loop since the last look.', most),
      ];
    },
  };
}
