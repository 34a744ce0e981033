import { AsyncLocalStorage } from 'node:async_hooks';

const hushed = new AsyncLocalStorage<true>();
let installed = false;

/** Does something that must not write to the console, which stays as it is for all else that runs meanwhile. For libraries that print where only a log may, and have no switch for it. */
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
