import type { ConversationId, PersonId, Row, Store } from '../../bot/ports.ts';
import type { Columns, Database } from './database.ts';

const columns = ['conversation', 'person', 'version', 'born', 'work_at', 'alarm_at', 'body'];
const all = columns.join(', ');

const sql = {
  load: `SELECT ${all} FROM conversations WHERE conversation = $1`,
  insert: `INSERT INTO conversations (conversation, channel, person, version, born, work_at, alarm_at, body)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
  update: `UPDATE conversations SET version = $2, work_at = $3, alarm_at = $4, body = $5
    WHERE conversation = $1 AND version = $6`,
  of: `SELECT ${all} FROM conversations WHERE person = $1 ORDER BY born DESC LIMIT 100`,
  remove: 'DELETE FROM conversations WHERE conversation = $1 AND version = $2',
  forget: 'DELETE FROM conversations WHERE person = $1',
  forgetAsides: 'DELETE FROM asides WHERE person = $1',
  setAside: `INSERT INTO asides (conversation, person, version, at, body) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
  purge: 'DELETE FROM asides WHERE at < $1',
  ping: 'SELECT name FROM migrations LIMIT 1',
};

/** Claims by moving the time on: until then nobody else finds the row. MATERIALIZED, so that LIMIT holds. */
const claim = (channels: readonly string[], skipLocked: string): string => `
  WITH due AS MATERIALIZED (
    SELECT conversation AS id FROM conversations
    WHERE channel IN (${channels.map((_, n) => `$${n + 5}`).join(', ')}) AND (work_at <= $1 OR work_at > $3 OR alarm_at <= $1)
    LIMIT $4 ${skipLocked}
  )
  UPDATE conversations SET
    work_at = CASE WHEN work_at <= $1 OR work_at > $3 THEN CAST($2 AS BIGINT) ELSE work_at END,
    alarm_at = CASE WHEN alarm_at <= $1 THEN CAST($2 AS BIGINT) ELSE alarm_at END
  FROM due WHERE conversation = due.id
  RETURNING ${all}`;

/** Conversations in a database; the same statements for every one. */
export function storeOf(database: Database): Store {
  const { rows, change } = database;
  return {
    load: async (conversation) => (await rows(sql.load, [conversation])).map(toRow)[0],
    save: async (next) =>
      (await (next.version === 1 ? change(sql.insert, begun(next)) : change(sql.update, changed(next)))) === 1,
    strike: async (next) => (await database.changeSoon(sql.update, changed(next))) === 1,
    claim: async ({ channels, now, until, horizon, limit }) =>
      channels.length === 0
        ? []
        : (await rows(claim(channels, database.skipLocked), [now, until, horizon, limit, ...channels])).map(toRow),
    of: async (person) => (await rows(sql.of, [person])).map(toRow),
    setAside: async ({ conversation, person, version, body }, now) => {
      await change(sql.setAside, [conversation, person, version, now, body]);
    },
    remove: async (conversation, version) => (await change(sql.remove, [conversation, version])) === 1,
    forget: async (person) => {
      const deleted = await change(sql.forget, [person]);
      await change(sql.forgetAsides, [person]);
      await database.scrub();
      return deleted;
    },
    purge: async (before) => {
      await change(sql.purge, [before]);
    },
    ping: async () => {
      await rows(sql.ping, []);
    },
    close: () => database.close(),
  };
}

const begun = ({ conversation, person, version, born, workAt, alarmAt, body }: Row) => [
  conversation,
  channelOf(conversation),
  person,
  version,
  born,
  workAt,
  alarmAt,
  body,
];
const changed = ({ conversation, version, workAt, alarmAt, body }: Row) => [
  conversation,
  version,
  workAt,
  alarmAt,
  body,
  version - 1,
];

const channelOf = (conversation: ConversationId): string => conversation.slice(0, conversation.indexOf(':'));

const toRow = (row: Columns): Row => ({
  conversation: String(row['conversation']) as ConversationId,
  person: String(row['person']) as PersonId,
  version: Number(row['version']),
  born: Number(row['born']),
  workAt: row['work_at'] as number | null,
  alarmAt: row['alarm_at'] as number | null,
  body: String(row['body']),
});
