import type { Row, Store } from '../storage.ts';
import { isEmptied } from './emptied.ts';
import { fromRow, isNewer, toRow } from './record.ts';

/** The outcome for a record that was set aside: it is in force again, this version cannot read it either, it is of a newer format, or the person has begun anew since. */
export type PutBack = 'restored' | 'unreadable' | 'newer' | 'replaced';

/** Puts a record that was set aside back beside running processes, by compare-and-set, where nothing has taken its place. `row`: as it was set aside. Rejects when the database does. */
export async function putBack(store: Store, row: Pick<Row, 'conversation' | 'body' | 'version'>): Promise<PutBack> {
  const record = fromRow(row as Row);
  if (record === undefined)
    return formatOf(row) > 0 && isNewer({ format: formatOf(row) } as Row) ? 'newer' : 'unreadable';
  for (;;) {
    const present = await store.load(row.conversation);
    if (present !== undefined && !isEmptied(present)) return 'replaced';
    const { born, version } = present ?? { born: record.born, version: 0 };
    if (await store.save(toRow({ ...record, born, version: version + 1 }))) return 'restored';
  }
}

/** Returns the format that a body says it has; 0 if it says none. */
function formatOf({ body }: Pick<Row, 'body'>): number {
  try {
    const { format } = JSON.parse(body) as { readonly format?: unknown };
    return typeof format === 'number' ? format : 0;
  } catch {
    return 0;
  }
}
