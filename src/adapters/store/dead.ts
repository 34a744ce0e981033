import { isConversationId } from '../../bot/keys.ts';
import type { ConversationId } from '../../bot/ports.ts';
import type { Database } from './database.ts';

/** A record that could not be read and was set aside. */
export interface Aside {
  readonly conversation: string;
  readonly version: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Maximum number of conversations, and of records set aside, that are listed. */
const most = 1_000;

/** Returns the ids of the conversations that have dead letters, at most 1,000. */
export const withDeadLetters = async ({ rows }: Database): Promise<readonly ConversationId[]> =>
  (await rows('SELECT conversation FROM conversations WHERE dead > 0 ORDER BY conversation LIMIT $1', [most])).flatMap(
    ({ conversation }) => (isConversationId(conversation) ? conversation : []),
  );

/** Returns the records that were set aside, at most 1,000, oldest first. */
export const asides = async ({ rows }: Database): Promise<readonly Aside[]> =>
  (await rows('SELECT conversation, version, at FROM asides ORDER BY at LIMIT $1', [most])).map((row) => ({
    conversation: String(row['conversation']),
    version: Number(row['version']),
    at: Number(row['at']),
  }));

/** Deletes the records of a conversation that were set aside. Returns their number. */
export const dropAsides = ({ change }: Database, conversation: string): Promise<number> =>
  change('DELETE FROM asides WHERE conversation = $1', [conversation]);
