import type { Incoming } from '../ports.ts';
import type { Row } from '../storage.ts';
import { type Change, changesIn } from './changes.ts';
import type { Deps, Lease } from './deps.ts';
import { isEmptied } from './emptied.ts';
import { isOverheard } from './handed-over.ts';
import { laneNames, laneOf } from './lanes.ts';
import { occurrencesOf } from './occurrences.ts';
import { type ConversationRecord, fromRow, isNewer, printable } from './record.ts';
import { persist, write, yieldTo } from './record-store.ts';
import { isStaffs } from './staff.ts';
import { takeFirst, takeNext } from './take.ts';
import { inOwnCase, mayBegin } from './whose.ts';

/** The result of a turn: the record as it is stored now (undefined: there is none), the one `before` (undefined: this turn began it), `taken`, true if this turn applied the Incoming to it, `noted`, true if it only added a note to the ticket, which gets no reply, and what it changed of the case. */
export interface Turned {
  readonly before: ConversationRecord | undefined;
  readonly record: ConversationRecord | undefined;
  readonly taken: boolean;
  readonly noted: boolean;
  readonly changes: readonly Change[];
}

const holdsAny = ({ lanes }: ConversationRecord, by: string): boolean =>
  laneNames(lanes).some((name) => laneOf(lanes, name).by === by);

/** Processes one Incoming with at most one load (none if the record is cached; one more for a message of somebody else than the person whose case it is) and one save by compare-and-set, and retries both after a conflict. Rejects when the database does, and if the record has a newer format. */
export async function turn(deps: Deps, incoming: Incoming, lease: Lease): Promise<Turned> {
  const { conversation } = incoming;
  for (let tries = 1; ; tries += 1) {
    await deps.cache.settled(conversation);
    const recalled = tries === 1 ? deps.cache.get(conversation) : undefined;
    const row = recalled === undefined ? await persist(deps, () => deps.store.load(conversation)) : undefined;
    if (row !== undefined && isNewer(row)) throw new Error('The record is of a newer format');
    const stored = recalled ?? (row && fromRow(row));
    // The connection broke after the database had made the write: the turn is done, and its lease holds its lanes.
    if (stored !== undefined && holdsAny(stored, lease.by))
      return { before: stored, record: stored, taken: true, noted: false, changes: [] };
    // Only the stored record can decide whose case it is about: the cached one may be stale.
    const own = inOwnCase(incoming, stored?.person ?? row?.person, stored);
    if (own !== undefined && recalled !== undefined) continue;
    const turned = own && (await turn(deps, own, lease));
    if (turned?.record !== undefined) return turned;
    const { change, end } = deps.writeBehind.take(conversation);
    const before = stored && change(stored);
    let written: ConversationRecord | undefined;
    try {
      const after = before === undefined ? await first(deps, row, incoming, lease) : takeNext(before, incoming, lease);
      // Only the stored record can decide that an Incoming changes nothing: the cached one may be stale.
      if (after === undefined && recalled === undefined)
        return { before, record: before, taken: false, noted: false, changes: [] };
      if (after === undefined) continue;
      const changes = changesIn(before, after, incoming.input);
      if (await write(deps, after, occurrencesOf(deps, after, changes))) {
        written = after;
        return { before, record: after, taken: true, noted: isOverheard(before, after), changes };
      }
    } finally {
      end(written);
    }
    await yieldTo(deps, tries);
  }
}

/** Returns the first record of a conversation; undefined if the Incoming may not open one. A stored record that cannot be read is set aside, and the conversation begins anew with an apology. */
async function first(
  deps: Deps,
  row: Row | undefined,
  incoming: Incoming,
  lease: Lease,
): Promise<ConversationRecord | undefined> {
  // What staff do never opens a conversation.
  if (isStaffs(incoming.input)) return undefined;
  if (row === undefined)
    return incoming.opens && mayBegin(incoming) ? takeFirst(incoming, undefined, [], lease) : undefined;
  if (!incoming.addressed && incoming.person !== row.person) return undefined;
  if (!isEmptied(row)) {
    deps.metrics.add('ninsho_records_unreadable_total', {});
    const about = { conversation: row.conversation, delivery: printable(incoming.id) };
    deps.log.error(about, 'record cannot be read; set aside');
    await deps.store.setAside(row, lease.now);
  }
  return takeFirst({ ...incoming, person: row.person }, row, ['unreadable'], lease);
}
