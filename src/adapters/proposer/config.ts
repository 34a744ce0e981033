import type { ModelValues } from './variables.ts';

/** A language model as it is set up. */
export interface ModelSettings {
  /** The address of its API, with a slash at the end. */
  readonly url: URL;
  readonly name: string;
  readonly key: string | undefined;
  readonly place: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly perDay: number;
  readonly perPerson: number;
}

/** Returns the language model as its settings set it up; undefined if they do not. Throws an Error with one line for each problem. */
export function readModelSettings(values: ModelValues): ModelSettings | undefined {
  const { MODEL_URL: base, MODEL_NAME: name, MODEL_KEY: key, MODEL_PLACE: place } = values;
  if (base === undefined) {
    const given = Object.entries({ MODEL_NAME: name, MODEL_KEY: key, MODEL_PLACE: place }).flatMap(([one, value]) =>
      value === undefined ? [] : [one],
    );
    if (given.length > 0) throw new Error(`MODEL_URL: missing, though ${given.join(', ')} is set`);
    return undefined;
  }
  const missing = [...(name === undefined ? ['MODEL_NAME'] : []), ...(place === undefined ? ['MODEL_PLACE'] : [])];
  const url = new URL(base.endsWith('/') ? base : `${base}/`);
  const isPlain =
    url.protocol === 'http:' &&
    !/^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\])/.test(url.hostname) &&
    url.hostname.includes('.');
  const wrong = [
    ...missing.map((one) => `${one}: missing, though MODEL_URL is set`),
    ...(isPlain ? ['MODEL_URL: must begin with https:// unless it is in your own network'] : []),
  ];
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return {
    url,
    name: name ?? '',
    key,
    place: place ?? '',
    timeout: values.MODEL_TIMEOUT_SECONDS * 1_000,
    perDay: values.MODEL_CALLS_PER_DAY,
    perPerson: values.MODEL_CALLS_PER_PERSON,
  };
}
