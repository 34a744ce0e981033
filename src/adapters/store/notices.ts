import { z } from 'zod';
import { isPersonId } from '../../bot/keys.ts';
import { digest } from '../../bot/lib/hash.ts';
import type { Notices, Untold } from '../../bot/notices.ts';
import type { DeskNews, DeskNotice, NoticeMatch, PersonId, WeekFigures } from '../../bot/ports.ts';
import { type ListId, listIds } from '../../flows/lists.ts';
import type { Columns, Database } from './database.ts';

const columns = 'id, desk, words, matching, zone, posted_at, posted_by, until_at';
const sql = {
  active: `SELECT ${columns} FROM notices WHERE until_at > $1 AND ended_at IS NULL ORDER BY posted_at DESC, id LIMIT 50`,
  post: `INSERT INTO notices (${columns}, told, due_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9) ON CONFLICT DO NOTHING`,
  end: `UPDATE notices SET ended_at = $2, ended_by = $3, due_at = CASE told WHEN 0 THEN due_at ELSE $2 END
    WHERE id = $1 AND ended_at IS NULL AND until_at > $2`,
  count: `INSERT INTO case_counts (code, witness, at) VALUES ($1, $2, $3)
    ON CONFLICT (code, witness) DO UPDATE SET at = excluded.at`,
  counted: 'SELECT count(*) AS cases FROM case_counts WHERE code = $1 AND at >= $2',
  surge: `INSERT INTO surges (desk, code, cases, at, due_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (desk, code) DO UPDATE SET cases = excluded.cases, at = excluded.at, due_at = excluded.due_at
    WHERE surges.at < $6`,
  week: 'INSERT INTO weeks (desk, day, figures, at, due_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
  claim: `UPDATE notices SET due_at = $2 WHERE due_at <= $1 RETURNING ${columns}, ended_at, ended_by, told`,
  claimSurges: 'UPDATE surges SET due_at = $2 WHERE due_at <= $1 RETURNING desk, code, cases, at',
  claimWeeks: 'UPDATE weeks SET due_at = $2 WHERE due_at <= $1 RETURNING desk, day, figures, at',
  toldPosted: `UPDATE notices SET told = 1, due_at = COALESCE(ended_at, until_at) WHERE id = $1 AND told = 0`,
  toldEnded: 'UPDATE notices SET told = 2, due_at = NULL WHERE id = $1',
  toldSurge: 'UPDATE surges SET due_at = NULL WHERE desk = $1 AND code = $2 AND at = $3',
  toldWeek: 'UPDATE weeks SET due_at = NULL WHERE desk = $1 AND day = $2',
  purge: 'DELETE FROM case_counts WHERE at < $1',
  purgeNotices: 'DELETE FROM notices WHERE until_at < $1',
  purgeSurges: 'DELETE FROM surges WHERE at < $1',
  purgeWeeks: 'DELETE FROM weeks WHERE at < $1',
  forgetCounts: 'DELETE FROM case_counts WHERE witness = $1',
  forgetPosted: 'UPDATE notices SET posted_by = NULL WHERE posted_by = $1',
  forgetEnded: 'UPDATE notices SET ended_by = NULL WHERE ended_by = $1',
};

/** Returns what stands for a person in the counts, kept as briefly as these. */
const witnessOf = (person: PersonId): string => digest('case', person);

/** Returns the notices of desks in a database. */
export function noticesOf({ rows, change }: Database): Notices {
  return {
    active: async (now) => (await rows(sql.active, [now])).flatMap(toNotice),
    post: async ({ id, desk, text, match, zone, postedAt, postedBy, until }) => {
      await change(sql.post, [id, desk, text, JSON.stringify(match), zone, postedAt, postedBy, until, postedAt]);
    },
    end: async (id, by, now) => (await change(sql.end, [id, now, by])) === 1,
    count: async (code, person, now, since) => {
      await change(sql.purge, [since]);
      await change(sql.count, [code, witnessOf(person), now]);
      return Number((await rows(sql.counted, [code, since]))[0]?.['cases']);
    },
    surge: async (desk, code, cases, now, since) => {
      await change(sql.surge, [desk, code, cases, now, now, since]);
    },
    week: async (desk, week, now) => {
      await change(sql.week, [desk, week.from, JSON.stringify(week), now, now]);
    },
    claim: async (now, until) => {
      const notices = await rows(sql.claim, [now, until]);
      const surges = await rows(sql.claimSurges, [now, until]);
      const weeks = await rows(sql.claimWeeks, [now, until]);
      return [...notices.flatMap(noticeNews), ...surges.map(surgeNews), ...weeks.flatMap(weekNews)];
    },
    told: async ({ desk, news }) => {
      if (news.kind === 'surge') await change(sql.toldSurge, [desk, news.code, news.at]);
      else if (news.kind === 'week') await change(sql.toldWeek, [desk, news.week.from]);
      else await change(news.kind === 'posted' ? sql.toldPosted : sql.toldEnded, [news.notice.id]);
    },
    purge: async (before) => {
      await change(sql.purge, [before]);
    },
  };
}

/** Returns what the notices keep of a person: those that they posted, and the codes that count for an outage. */
export async function keptInNotices({ rows }: Database, person: PersonId) {
  const [notices, counts] = await Promise.all([
    rows('SELECT * FROM notices WHERE posted_by = $1 OR ended_by = $1 ORDER BY posted_at', [person]),
    rows('SELECT code, at FROM case_counts WHERE witness = $1 ORDER BY at', [witnessOf(person)]),
  ]);
  return { notices, counts };
}

/** Deletes what the notices keep of a person: the notices stay, without their name. */
export async function forgetInNotices({ change }: Database, person: PersonId): Promise<void> {
  await change(sql.forgetCounts, [witnessOf(person)]);
  await change(sql.forgetPosted, [person]);
  await change(sql.forgetEnded, [person]);
}

/** Deletes notices that ended, and surges and weeks that were, before a time in epoch milliseconds. */
export async function purgeNotices({ change }: Database, before: number): Promise<void> {
  await change(sql.purgeNotices, [before]);
  await change(sql.purgeSurges, [before]);
  await change(sql.purgeWeeks, [before]);
}

const isList = (given: unknown): given is ListId => listIds.some((id) => id === given);
const match: z.ZodType<NoticeMatch> = z.object({
  origin: z.enum(['personal', 'organization', 'used']).nullable(),
  code: z.string().nullable(),
  list: z.custom<ListId>(isList).nullable(),
});

const personIn = (given: unknown): PersonId | null => (isPersonId(given) ? given : null);

/** Parses a row; one for cases that a later version alone knows is left out. */
function toNotice(row: Columns): readonly DeskNotice[] {
  const read = match.safeParse(JSON.parse(String(row['matching'])));
  if (!read.success) return [];
  return [
    {
      id: String(row['id']),
      desk: String(row['desk']),
      text: String(row['words']),
      match: read.data,
      zone: String(row['zone']),
      postedAt: Number(row['posted_at']),
      postedBy: personIn(row['posted_by']),
      until: Number(row['until_at']),
    },
  ];
}

const noticeNews = (row: Columns): readonly Untold[] =>
  toNotice(row).map((notice) => {
    const news: DeskNews =
      row['told'] === 0
        ? { kind: 'posted', at: notice.postedAt, notice }
        : {
            kind: 'ended',
            at: Number(row['ended_at'] ?? notice.until),
            notice,
            by: personIn(row['ended_by']),
          };
    return { key: digest('notice', notice.id, news.kind), desk: notice.desk, news };
  });

function surgeNews(row: Columns): Untold {
  const [desk, code, at] = [String(row['desk']), String(row['code']), Number(row['at'])];
  const news = { kind: 'surge', at, code, cases: Number(row['cases']) } as const;
  return { key: digest('surge', desk, code, String(at)), desk, news };
}

const count = z.number().nullable();
const week: z.ZodType<WeekFigures> = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  begun: count,
  ends: z.object({ resolved: count, escalated: count, solved_by_desk: count, cancelled: count, idle: count }),
  notUnderstood: count,
  answer: count,
  url: z.string(),
});

/** Parses a row of a week; one of another version that cannot be read is left out. */
function weekNews(row: Columns): readonly Untold[] {
  const read = week.safeParse(JSON.parse(String(row['figures'])));
  if (!read.success) return [];
  const desk = String(row['desk']);
  const news = { kind: 'week', at: Number(row['at']), week: read.data } as const;
  return [{ key: digest('week', desk, read.data.from), desk, news }];
}
