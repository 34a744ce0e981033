/** What a trace says of a turn or a delivery: few values, none of which names a person, a conversation or what was said. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** A turn or a delivery under way, as a trace shows it. */
export interface Span {
  /** Adds attributes. */
  set(attributes: SpanAttributes): void;
  /** Remembers the jobs that a turn enqueued, so that their deliveries in this process are linked to it. `keys`: their idempotency keys, which no trace shows. */
  owe(keys: readonly string[]): void;
}

/** The port of traces. A span ends when its work does, and shows an error where the work rejects, by its class alone. */
export interface Spans {
  /** True if spans are recorded; without that nothing has to be prepared for them. */
  readonly on: boolean;
  /** Runs a turn under a span. Resolves and rejects as the work does. */
  turn<Result>(attributes: SpanAttributes, work: (span: Span) => Promise<Result>): Promise<Result>;
  /** Runs an attempt to deliver a job under a span, linked to the turn that enqueued it, if that was in this process. Resolves and rejects as the work does. */
  delivery<Result>(key: string, attributes: SpanAttributes, work: (span: Span) => Promise<Result>): Promise<Result>;
}

const silent: Span = { set: () => {}, owe: () => {} };

/** No traces. */
export const noSpans: Spans = {
  on: false,
  turn: (_, work) => work(silent),
  delivery: (_key, _, work) => work(silent),
};
