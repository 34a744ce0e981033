import { LRUCache } from 'lru-cache';
import type { SpanAttributes, Spans } from '../bot/runtime/index.ts';

/** The package of the OpenTelemetry API, which is not among those of this program. What it records and where it goes is set up by whoever installs it, before the program starts: https://opentelemetry.io/docs/languages/js/ */
const packageName: string = '@opentelemetry/api';

/** Kinds of spans and the status of an error, as the API numbers them: https://open-telemetry.github.io/opentelemetry-js/enums/_opentelemetry_api._opentelemetry_api.SpanKind.html */
const kinds = { producer: 3, consumer: 4 };
const failed = 2;

/** Maximum number of jobs whose turn is remembered. */
const remembered = 10_000;

interface ApiSpan {
  setAttributes(attributes: SpanAttributes): unknown;
  setStatus(status: { readonly code: number; readonly message: string }): unknown;
  spanContext(): object;
  end(): void;
}
interface ApiOptions {
  readonly kind: number;
  readonly attributes: SpanAttributes;
  readonly links: readonly { readonly context: object }[];
}
/** The part of the OpenTelemetry API that is used. */
export interface TraceApi {
  readonly trace: {
    getTracer(name: string): {
      startActiveSpan<Result>(name: string, options: ApiOptions, work: (span: ApiSpan) => Result): Result;
    };
  };
}

/** Returns traces by the OpenTelemetry API, which is loaded only here. Rejects with an Error that says what to do if it is not installed. */
export async function openTelemetry(
  load: () => Promise<unknown> = () => import(packageName) as Promise<unknown>,
): Promise<Spans> {
  let api: unknown;
  try {
    api = await load();
  } catch (cause) {
    throw new Error(`TRACES=on needs the package ${packageName}: npm install ${packageName}`, { cause });
  }
  if (!isTraceApi(api))
    throw new Error(`TRACES=on: the installed ${packageName} has no trace.getTracer; version 1 has`);
  return spansBy(api);
}

const isTraceApi = (given: unknown): given is TraceApi =>
  typeof given === 'object' &&
  given !== null &&
  'trace' in given &&
  typeof given.trace === 'object' &&
  given.trace !== null &&
  'getTracer' in given.trace &&
  typeof given.trace.getTracer === 'function';

/** Returns traces by an API. A turn is the consumer of a delivery from a channel and stands alone; the attempts to deliver its jobs come after its end and are linked to it. */
function spansBy({ trace }: TraceApi): Spans {
  const tracer = trace.getTracer('ninsho-navi');
  const turns = new LRUCache<string, object>({ max: remembered });

  async function under<Result>(name: string, options: ApiOptions, work: (span: ApiSpan) => Promise<Result>) {
    return tracer.startActiveSpan(name, options, async (span) => {
      try {
        return await work(span);
      } catch (error) {
        // Its message may quote what was sent or stored.
        span.setStatus({ code: failed, message: error instanceof Error ? error.constructor.name : typeof error });
        throw error;
      } finally {
        span.end();
      }
    });
  }

  return {
    on: true,
    turn: (attributes, work) =>
      under('turn', { kind: kinds.consumer, attributes: named(attributes), links: [] }, (span) =>
        work({
          set: (more) => void span.setAttributes(named(more)),
          owe: (keys) => {
            for (const key of keys) turns.set(key, span.spanContext());
          },
        }),
      ),
    delivery: (key, attributes, work) => {
      const context = turns.get(key);
      const links = context === undefined ? [] : [{ context }];
      return under('delivery', { kind: kinds.producer, attributes: named(attributes), links }, (span) =>
        work({ set: (more) => void span.setAttributes(named(more)), owe: () => {} }),
      );
    },
  };
}

/** Returns attributes under names that no other library uses. */
const named = (attributes: SpanAttributes): SpanAttributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ninsho.${name}`, value]));
