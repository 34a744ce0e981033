/** The line of what waits to be read by this process: one at a time, of those that wait in place the one that was sent first. */
export interface ReadingLine {
  /** Returns true while something is read here: what is sent now has to wait. */
  isBusy(): boolean;
  /** Resolves to true once it is the turn of what was sent at `since`, epoch milliseconds, or to false if it is not within `patience` milliseconds. */
  enter(since: number, patience: number): Promise<boolean>;
  /** Lets the next one in; to be called once after each `enter` that resolved to true. */
  leave(): void;
  /** Ends the line: what is read is to be left to other processes from now on. */
  close(): void;
  /** Returns true once it is closed. */
  isClosed(): boolean;
}

/** Creates an empty line. */
export function readingLine(): ReadingLine {
  let busy = false;
  let closed = false;
  let waiting: { readonly since: number; readonly admit: () => void }[] = [];

  return {
    isBusy: () => busy,
    enter: (since, patience) => {
      if (!busy) {
        busy = true;
        return Promise.resolve(true);
      }
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const timer = setTimeout(() => {
        waiting = waiting.filter((other) => other !== one);
        resolve(false);
      }, patience);
      const one = {
        since,
        admit: () => {
          clearTimeout(timer);
          resolve(true);
        },
      };
      waiting = [...waiting, one].sort((left, right) => left.since - right.since);
      return promise;
    },
    leave: () => {
      const next = waiting.shift();
      if (next === undefined) busy = false;
      else next.admit();
    },
    close: () => {
      closed = true;
    },
    isClosed: () => closed,
  };
}
