import type { ConversationId, PersonId } from '../../src/bot/ports.ts';
import type { Claim, Row } from '../../src/bot/storage.ts';

/** A new conversation. */
export const conversation = (channel = 'slack') => `${channel}:${crypto.randomUUID()}` as ConversationId;
/** A first row. */
export const row = (over: Partial<Row> = {}): Row => ({
  conversation: conversation(),
  person: 'slack:ann' as PersonId,
  version: 1,
  born: 0,
  workAt: null,
  alarmAt: null,
  handedAt: null,
  format: 1,
  figures: { closed: false, jobs: 0, oldestJob: null, dead: 0 },
  occurrences: null,
  body: '{"text":"日本語 \\u0000 \'quoted\' $1 ?"}',
  ...over,
});
/** The row after it. */
export const next = (before: Row, over: Partial<Row> = {}): Row => ({
  ...before,
  version: before.version + 1,
  occurrences: null,
  ...over,
});
/** Milliseconds. */
export const minute = 60_000;
/** A claim of all that is due. */
export const at = (now: number, over: Partial<Claim> = {}): Claim => ({
  channels: ['slack'],
  now,
  until: now + minute,
  horizon: now + 60 * minute,
  format: 1,
  limit: 100,
  ...over,
});
/** The names of conversations, sorted. */
export const ids = (rows: readonly Row[]) => rows.map((one) => one.conversation).sort();
