import { isConversationId } from '../../bot/keys.ts';
import type { ConversationId } from '../../bot/ports.ts';
import type { Columns, Database } from './database.ts';

/** A record that could not be read and was set aside. */
export interface Aside {
  readonly conversation: ConversationId;
  readonly version: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly body: string;
}

/** Maximum number of rows that are read at a time. */
const page = 500;

/** Yields the ids of the conversations that have dead letters, in their order. Rejects when the database does. */
export async function* withDeadLetters({ rows }: Database): AsyncGenerator<ConversationId> {
  const sql =
    'SELECT conversation FROM conversations WHERE dead > 0 AND conversation > $1 ORDER BY conversation LIMIT $2';
  yield* pages(
    (last) => rows(sql, [String(last?.['conversation'] ?? ''), page]),
    ({ conversation }) => (isConversationId(conversation) ? conversation : undefined),
  );
}

/** Yields the records that were set aside, oldest first. Rejects when the database does. */
export async function* asides({ rows }: Database): AsyncGenerator<Aside> {
  const sql = `SELECT conversation, version, at, body FROM asides WHERE (at, conversation, version) > ($1, $2, $3)
    ORDER BY at, conversation, version LIMIT $4`;
  yield* pages(
    (last) => rows(sql, [last?.['at'] ?? -1, String(last?.['conversation'] ?? ''), last?.['version'] ?? 0, page]),
    ({ conversation, version, at, body }) =>
      isConversationId(conversation)
        ? { conversation, version: Number(version), at: Number(at), body: String(body) }
        : undefined,
  );
}

async function* pages<Item>(
  read: (last: Columns | undefined) => Promise<readonly Columns[]>,
  itemIn: (row: Columns) => Item | undefined,
): AsyncGenerator<Item> {
  for (let found = await read(undefined); found.length > 0; found = await read(found.at(-1)))
    for (const row of found) {
      const item = itemIn(row);
      if (item !== undefined) yield item;
    }
}

/** Deletes the records of a conversation that were set aside. Returns their number. */
export const dropAsides = ({ change }: Database, conversation: string): Promise<number> =>
  change('DELETE FROM asides WHERE conversation = $1', [conversation]);
