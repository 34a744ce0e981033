import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import type { Row, Store } from '../../src/bot/storage.ts';

/** A store that remembers every row that was ever written. */
export async function witness(): Promise<{ readonly store: Store; readonly written: readonly Row[] }> {
  const real = storeOf(await sqlite(':memory:'));
  const written: Row[] = [];
  const witnessed = (write: Store['save']) => (row: Row) => {
    written.push(row);
    return write(row);
  };
  return { store: { ...real, save: witnessed(real.save) }, written };
}
