import { channelOf } from '../../bot/keys.ts';
import type { ConversationId, PersonId } from '../../bot/ports.ts';
import type { Row, Slice, Store } from '../../bot/storage.ts';
import type { Columns, Database, Write } from './database.ts';
import { forgetInNotices, purgeNotices } from './notices.ts';
import { dropOccurrences, toColumn } from './occurrences.ts';
import { rateLimitsIn } from './rate-limits.ts';

const all = `conversation, person, version, born, work_at, alarm_at, handed_at, format, body,
  closed, jobs, oldest_job, dead`;

const sql = {
  load: `SELECT ${all} FROM conversations WHERE conversation = $1`,
  of: `SELECT ${all} FROM conversations WHERE person = $1 ORDER BY born DESC LIMIT 100`,
  allOf: `SELECT ${all} FROM conversations WHERE person = $1 AND conversation > $2 ORDER BY conversation LIMIT $3`,
  handedOver: `SELECT ${all} FROM conversations WHERE handed_at IS NOT NULL AND (handed_at, conversation) < ($1, $2)
    ORDER BY handed_at DESC, conversation DESC LIMIT $3`,
  remove: 'DELETE FROM conversations WHERE conversation = $1 AND version = $2',
  forget: 'DELETE FROM conversations WHERE person = $1',
  forgetAsides: 'DELETE FROM asides WHERE person = $1',
  forgetVault: 'DELETE FROM vault WHERE person = $1',
  setAside: `INSERT INTO asides (conversation, person, version, at, body) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
};

/** A time after every hand-over. */
const latest = Number.MAX_SAFE_INTEGER;

/** Deletions of rows older than `$1`, of at most `$2` rows at a time, so that no other statement waits long for one. */
const purges = [
  `DELETE FROM asides WHERE (conversation, version, at) IN
    (SELECT conversation, version, at FROM asides WHERE at < $1 LIMIT $2)`,
  'DELETE FROM vault WHERE name IN (SELECT name FROM vault WHERE person IS NOT NULL AND at < $1 LIMIT $2)',
  'DELETE FROM rate_limits WHERE name IN (SELECT name FROM rate_limits WHERE at < $1 LIMIT $2)',
] as const;
const purgeNewer = `DELETE FROM conversations WHERE conversation IN
  (SELECT conversation FROM conversations WHERE due_at < $1 AND format > $3 LIMIT $2)`;
const purgedAtOnce = 500;

const begun = `conversation, version, born, work_at, alarm_at, due_at, format, body, handed_at,
  closed, jobs, oldest_job, dead, occurrences, channel, person`;
const insert: Write = {
  one: `INSERT INTO conversations (${begun}) VALUES
    ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) ON CONFLICT DO NOTHING`,
  // Always in key order, so that two processes cannot deadlock.
  many: `INSERT INTO conversations (${begun})
    SELECT n->>0, (n->>1)::bigint, (n->>2)::bigint, (n->>3)::bigint, (n->>4)::bigint, (n->>5)::bigint, (n->>6)::integer, n->>7, (n->>8)::bigint,
      (n->>9)::integer, (n->>10)::integer, (n->>11)::bigint, (n->>12)::integer, n->>13, n->>14, n->>15
    FROM jsonb_array_elements($1::jsonb) n ORDER BY 1 ON CONFLICT DO NOTHING RETURNING conversation AS key`,
};
/** Returns the SQL expression for `due_at`. A time that is early enough stays, so that PostgreSQL need not touch an index (heap-only tuple): https://www.postgresql.org/docs/current/storage-hot.html */
const due = (next: string): string => `CASE WHEN due_at <= ${next} THEN due_at ELSE ${next} END`;
const update: Write = {
  one: `UPDATE conversations SET version = $2, work_at = $4, alarm_at = $5, due_at = ${due('$6')}, format = $7, body = $8, handed_at = $9,
    closed = $10, jobs = $11, oldest_job = $12, dead = $13, occurrences = $14
    WHERE conversation = $1 AND version = $2 - 1 AND born = $3`,
  // The rows are locked before their versions are compared: otherwise a row that changed while its lock was awaited would be skipped.
  many: `WITH next (key, version, born, work_at, alarm_at, due_next, format, body, handed_at, closed, jobs, oldest_job, dead, occurrences) AS MATERIALIZED (
      SELECT n->>0, (n->>1)::bigint, (n->>2)::bigint, (n->>3)::bigint, (n->>4)::bigint, (n->>5)::bigint, (n->>6)::integer, n->>7, (n->>8)::bigint,
        (n->>9)::integer, (n->>10)::integer, (n->>11)::bigint, (n->>12)::integer, n->>13
      FROM jsonb_array_elements($1::jsonb) n
    ), held AS MATERIALIZED (
      SELECT conversation, version, born FROM conversations WHERE conversation = ANY (ARRAY(SELECT key FROM next)) ORDER BY 1 FOR UPDATE
    )
    UPDATE conversations SET version = next.version, work_at = next.work_at, alarm_at = next.alarm_at,
      due_at = ${due('next.due_next')}, format = next.format, body = next.body, handed_at = next.handed_at,
      closed = next.closed, jobs = next.jobs, oldest_job = next.oldest_job, dead = next.dead, occurrences = next.occurrences
    FROM next JOIN held ON held.conversation = next.key AND held.version = next.version - 1 AND held.born = next.born
    WHERE conversations.conversation = next.key RETURNING key`,
};

const work = 'CASE WHEN work_at <= $1 OR work_at > $3 THEN CAST($2 AS BIGINT) ELSE work_at END';
const alarm = 'CASE WHEN alarm_at <= $1 THEN CAST($2 AS BIGINT) ELSE alarm_at END';
/** Returns the SQL that claims due conversations (a lease) by postponing their times: until then no other process finds the row. MATERIALIZED, so that LIMIT holds. */
const claim = (channels: readonly string[], skipLocked: string): string => `
  WITH due AS MATERIALIZED (
    SELECT conversation AS id FROM conversations
    WHERE due_at <= $1 AND channel IN (${channels.map((_, n) => `$${n + 6}`).join(', ')}) AND format <= $5
    ORDER BY due_at LIMIT $4 ${skipLocked}
  )
  UPDATE conversations SET work_at = ${work}, alarm_at = ${alarm},
    due_at = CASE WHEN alarm_at IS NULL OR ${work} <= ${alarm} THEN ${work} ELSE ${alarm} END
  FROM due WHERE conversation = due.id
  RETURNING ${all}`;

const slice = {
  last: `SELECT max(conversation) AS last, count(*) AS size FROM
    (SELECT conversation FROM conversations WHERE conversation > $1 ORDER BY conversation LIMIT $2) AS slice`,
  recall: `UPDATE conversations SET due_at = 0 WHERE conversation > $1 AND conversation <= $2 AND work_at > $3`,
};

/** Returns the store of conversation records in a database; the SQL is the same for every database. */
export function storeOf(database: Database): Store {
  const { rows, change } = database;
  return {
    load: async (conversation) => (await rows(sql.load, [conversation])).map(toRow)[0],
    save: (next) =>
      next.version === 1
        ? database.write(insert, [...changed(next), channelOf(next.conversation), next.person])
        : database.write(update, changed(next)),
    claim: async ({ channels, format, now, until, horizon, limit }) => {
      if (channels.length === 0) return [];
      const sql = claim(channels, database.skipLocked);
      const claimed: Row[] = [];
      for (let left = limit; left > 0; left = limit - claimed.length) {
        const found = await rows(sql, [now, until, horizon, left, format, ...channels]);
        // The other rows were due too early; the statement has set `due_at` to their actual time.
        claimed.push(...found.map(toRow).filter(({ workAt, alarmAt }) => workAt === until || alarmAt === until));
        if (found.length < left) break;
      }
      return claimed;
    },
    recall: async ({ after, limit }: Slice, horizon) => {
      const [found] = await rows(slice.last, [after, limit]);
      const { last, size } = found ?? {};
      if (typeof last !== 'string') return undefined;
      await change(slice.recall, [after, last, horizon]);
      return Number(size) < limit ? undefined : last;
    },
    of: async (person) => (await rows(sql.of, [person])).map(toRow),
    allOf: async (person, { after, limit }) => (await rows(sql.allOf, [person, after, limit])).map(toRow),
    handedOver: async (limit, after) =>
      (await rows(sql.handedOver, [after?.handedAt ?? latest, after?.conversation ?? '', limit])).map(toRow),
    setAside: async ({ conversation, person, version, body }, now) => {
      await change(sql.setAside, [conversation, person, version, now, body]);
    },
    changeRate: rateLimitsIn(database),
    remove: async (conversation, version) => (await change(sql.remove, [conversation, version])) === 1,
    forget: async (person) => {
      const deleted = await change(sql.forget, [person]);
      await change(sql.forgetAsides, [person]);
      await change(sql.forgetVault, [person]);
      await forgetInNotices(database, person);
      await database.scrub();
      return deleted;
    },
    purge: async (before, format) => {
      for (const statement of purges) while ((await change(statement, [before, purgedAtOnce])) === purgedAtOnce);
      while ((await change(purgeNewer, [before, purgedAtOnce, format])) === purgedAtOnce);
      await purgeNotices(database, before);
    },
    dropOccurrences: async (before) => {
      await change(dropOccurrences, [before]);
    },
    close: () => database.close(),
  };
}

const changed = ({
  conversation,
  version,
  born,
  workAt,
  alarmAt,
  handedAt,
  format,
  figures,
  occurrences,
  body,
}: Row) => [
  conversation,
  version,
  born,
  workAt,
  alarmAt,
  earliest(workAt, alarmAt),
  format,
  body,
  handedAt,
  figures.closed ? 1 : 0,
  figures.jobs,
  figures.oldestJob,
  figures.dead,
  occurrences === null ? null : toColumn(occurrences),
];
const earliest = (workAt: number | null, alarmAt: number | null): number | null =>
  workAt === null || alarmAt === null ? (workAt ?? alarmAt) : Math.min(workAt, alarmAt);

const toRow = (row: Columns): Row => ({
  conversation: String(row['conversation']) as ConversationId,
  person: String(row['person']) as PersonId,
  version: Number(row['version']),
  born: Number(row['born']),
  workAt: row['work_at'] as number | null,
  alarmAt: row['alarm_at'] as number | null,
  handedAt: row['handed_at'] as number | null,
  format: Number(row['format']),
  figures: {
    closed: row['closed'] === 1,
    jobs: Number(row['jobs']),
    oldestJob: row['oldest_job'] as number | null,
    dead: Number(row['dead']),
  },
  occurrences: null,
  body: String(row['body']),
});
