import { AsyncLocalStorage } from 'node:async_hooks';

const hushed = new AsyncLocalStorage<true>();
let installed = false;

/** Mutes console.error for this async call only; calls that run meanwhile still print. For SDKs that print errors and take no logger. Returns what the call returns. */
export function hush<Result>(work: () => Promise<Result>): Promise<Result> {
  if (!installed) {
    installed = true;
    const print = console.error;
    console.error = (...words: unknown[]) => {
      if (hushed.getStore() === undefined) print(...words);
    };
  }
  return hushed.run(true, work);
}
