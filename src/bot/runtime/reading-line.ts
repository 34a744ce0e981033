/** The line of what waits for its turn in this process, to be read or to be passed on with its files: so many at a time, of those that wait in place the one that was sent first. */
export interface ReadingLine {
  /** Returns true while nothing more is let in: what is sent now has to wait. */
  isBusy(): boolean;
  /** Resolves to true once it is the turn of what was sent at `since`, epoch milliseconds, or to false if it is not within `patience` milliseconds. */
  enter(since: number, patience: number): Promise<boolean>;
  /** Lets the next one in; to be called once after each `enter` that resolved to true. */
  leave(): void;
  /** Ends the line: what waits is to be left to other processes from now on. */
  close(): void;
  /** Returns true once it is closed. */
  isClosed(): boolean;
}

/** Creates an empty line that lets in so many at a time. */
export function readingLine(most: number): ReadingLine {
  let inside = 0;
  let closed = false;
  let waiting: { readonly since: number; readonly admit: () => void }[] = [];

  return {
    isBusy: () => inside >= most,
    enter: (since, patience) => {
      if (inside < most) {
        inside += 1;
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
      if (next === undefined) inside -= 1;
      else next.admit();
    },
    close: () => {
      closed = true;
    },
    isClosed: () => closed,
  };
}
