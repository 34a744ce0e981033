import type { Dispatcher } from 'undici';

/** A complete HTTP response. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** Sends a request and reads the whole response; rejects when the connection fails or breaks, and where the request would be written after `latest` (by `performance.now()`): the process stood still, and another may have sent the same meanwhile. `request` of the same client would read by a stream, for half as much CPU again, and keep the request in memory until a full garbage collection. */
export const exchange = (
  client: Dispatcher,
  request: Dispatcher.DispatchOptions,
  latest: number,
): Promise<HttpAnswer> =>
  new Promise((resolve, reject) => {
    let answered: Omit<HttpAnswer, 'text'> = { status: 0, headers: {} };
    const chunks: Buffer[] = [];
    client.dispatch(request, {
      onRequestStart: (controller) => {
        if (performance.now() > latest) controller.abort(new Error('The process stood still before the call'));
      },
      onResponseStart: (_, status, headers) => {
        answered = { status, headers };
      },
      onResponseData: (_, chunk) => {
        chunks.push(chunk);
      },
      onResponseEnd: () => resolve({ ...answered, text: Buffer.concat(chunks).toString('utf8') }),
      onResponseError: (_, error) => reject(error),
    });
  });
