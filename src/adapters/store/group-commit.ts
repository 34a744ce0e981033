import type { DatabaseSync } from 'node:sqlite';

interface Waiting {
  readonly write: () => number;
  readonly resolve: (changed: number) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes that come in the same moment share one commit, and so one wait for the disk. Each resolves, with the rows
 * that it changed, when the commit is on the disk; when it fails all of them reject and none is kept.
 */
export function groupCommit(database: DatabaseSync): (write: () => number) => Promise<number> {
  let waiting: Waiting[] = [];

  function flush(): void {
    const group = waiting;
    waiting = [];
    try {
      database.exec('BEGIN IMMEDIATE');
      const changed = group.map(({ write }) => write());
      database.exec('COMMIT');
      for (const [n, { resolve }] of group.entries()) resolve(changed[n] ?? 0);
    } catch (error) {
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
      for (const { reject } of group) reject(error);
    }
  }

  return (write) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ write, resolve, reject });
    });
}
