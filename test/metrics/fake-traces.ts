import type { TraceApi } from '../../src/adapters/tracing.ts';

/** A span as the fake recorded it. */
export interface Recorded {
  readonly name: string;
  readonly kind: number;
  readonly links: readonly object[];
  readonly context: object;
  attributes: Readonly<Record<string, unknown>>;
  status: object | undefined;
  ended: boolean;
}

/** An OpenTelemetry API that keeps its spans. */
export function fakeTraces(): { readonly api: TraceApi; readonly spans: readonly Recorded[] } {
  const spans: Recorded[] = [];
  const api: TraceApi = {
    trace: {
      getTracer: () => ({
        startActiveSpan: (name, { kind, links, attributes }, work) => {
          const context = { traceId: String(spans.length), spanId: String(spans.length) };
          const span: Recorded = { name, kind, links, context, attributes, status: undefined, ended: false };
          spans.push(span);
          return work({
            setAttributes: (more) => {
              span.attributes = { ...span.attributes, ...more };
            },
            setStatus: (status) => {
              span.status = status;
            },
            spanContext: () => context,
            end: () => {
              span.ended = true;
            },
          });
        },
      }),
    },
  };
  return { api, spans };
}
