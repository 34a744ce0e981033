import { withInvitation } from '../conversation/afterword.ts';
import { type Conversation, noticeIn, openConversation, placeOf, withLead } from '../conversation/conversation.ts';
import { beginWith, isOver } from '../conversation/new-case.ts';
import { hearFirst } from '../conversation/notices.ts';
import { isHandedOver } from '../conversation/relay.ts';
import { type Sight, sees } from '../conversation/seen.ts';
import { advance } from '../conversation/step.ts';
import { urgencyOf } from '../conversation/urgency.ts';
import type { Incoming } from '../ports.ts';
import type { Row } from '../storage.ts';
import type { Input } from '../types.ts';
import { type Change, changesIn } from './changes.ts';
import { comingBack } from './coming-back.ts';
import { isNewestTaken, wasTaken, withDelivery } from './deliveries.ts';
import type { Deps, Lease } from './deps.ts';
import { withDelay } from './desk-away.ts';
import { isEmptied } from './emptied.ts';
import { enqueueBeside, filesBeside, unreadBy } from './form-files.ts';
import { aboutTicket, isOverheard, isStaffed, overheard, servedBy, waitingAgain, withTicket } from './handed-over.ts';
import { emptyLane, laneNames, laneOf, type Notice, type Post, type Read } from './lanes.ts';
import { occurrencesOf } from './occurrences.ts';
import { openWith } from './opening.ts';
import { enqueueAttach, enqueuePost, enqueueSettle, nextVersion } from './outbox.ts';
import { chosenLabel, isTwin, pressIn, replacedBy } from './press.ts';
import { withPromise } from './promised.ts';
import { type ConversationRecord, fromRow, isNewer, printable, unhandled } from './record.ts';
import { persist, write, yieldTo } from './record-store.ts';
import { fromSnapshot, toSnapshot } from './snapshot.ts';
import { actOf, isStaffs, type StaffInput, takenInPlace } from './staff.ts';
import { desksWithTicket, enqueueNote, enqueueShow, escalated } from './tickets.ts';
import { timersOf } from './timers.ts';
import { enqueueReadings, toRead, withoutReading, withoutReadings } from './to-read.ts';
import {
  afterNaming,
  handsBack,
  helpersAfter,
  inOwnCase,
  mayBegin,
  mayNotPress,
  pressedBy,
  speaksIn,
  toldApart,
} from './whose.ts';

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

/** Applies the first Incoming of a conversation, as a pure function, and returns the new record. `over`: the stored row that the record replaces. */
export function takeFirst(
  incoming: Incoming,
  over: Pick<Row, 'version' | 'born'> | undefined,
  notices: readonly Notice[],
  lease: Lease,
): ConversationRecord {
  const { conversation, person, address, id, language, languageChosen, input } = incoming;
  const { files, talk: first } = toRead(
    { lanes: { channel: emptyLane } },
    input,
    openWith({ ...openConversation(language), languageChosen }, input),
    lease,
  );
  const opened = toldApart(incoming, first);
  const blank: ConversationRecord = {
    format: 1,
    conversation,
    person,
    version: over?.version ?? 0,
    born: over?.born ?? lease.now,
    address,
    talk: toSnapshot(opened),
    seen: withDelivery([], id, lease.now),
    last: null,
    live: [],
    lanes: { channel: emptyLane },
    alarms: [],
    followed: [],
    noticed: [],
    tickets: [],
    opened: [],
    handed: 0,
    handling: unhandled,
    served: [],
    helpers: [],
    owner: null,
    quiet: false,
    dead: [],
  };
  const helpers = helpersAfter(blank, incoming);
  const said = helpers === blank.helpers ? opened : withLead(opened, { say: 'helper-named' });
  const { talk, noticed } = hearFirst(said, [], lease);
  const begun = enqueueReadings({ ...blank, noticed, helpers }, files, id, lease.now);
  return answer(begun, undefined, talk, id, notices, lease);
}

/** Applies the next Incoming of a conversation, as a pure function, and returns the next record. Returns undefined if it changes nothing, as a duplicate does. */
export function takeNext(before: ConversationRecord, incoming: Incoming, lease: Lease): ConversationRecord | undefined {
  const { id, address, person, addressed, company, input } = incoming;
  if (wasTaken(before.seen, id) || mayNotPress(before, incoming)) return undefined;
  // An edited message is understood anew as long as it is the last one, however often it is edited.
  if (input.type === 'edit' && !isNewestTaken(before.seen, input.of)) return undefined;
  const taken = withDelivery(before.seen, id, lease.now);
  const seen = input.type === 'edit' ? withDelivery(taken, input.of, lease.now) : taken;
  if (isStaffs(input)) return byStaff({ ...before, seen }, input, incoming, lease);
  if (company.staff !== null && handsBack(before, incoming))
    return byStaff(
      { ...before, seen },
      { type: 'staff', act: 'return', by: company.staff, seen: null },
      incoming,
      lease,
    );
  if (!addressed && person !== before.person)
    return company.staff !== null && mayBeTakenOver(before) && !speaksIn(before, person)
      ? nextVersion(takenInPlace({ ...before, seen }, person, company.staff, lease), lease)
      : undefined;
  const press = pressIn(incoming, lease);
  if (press !== undefined && isTwin(before, press, lease)) return undefined;

  const talk = fromSnapshot(before.talk);
  const helpers = helpersAfter(before, incoming);
  const names = helpers !== before.helpers;
  const back = names ? undefined : comingBack(before, talk, incoming, lease);
  const stands = back?.record ?? before;
  const about = names ? undefined : (back ?? aboutTicket(stands, talk, incoming, lease));
  const after = names ? afterNaming(talk, input) : (about?.talk ?? nextOf(talk, input));
  const note = about?.note;
  if (about !== undefined && note !== undefined && after === talk)
    return overheard({ ...stands, address, seen }, { ...about, note }, id, lease);
  if (input.type === 'edit' && after === talk) return undefined;
  if (isStaffed(before, talk, incoming) && about?.talk === undefined && placeOf(after.snapshot) !== 'closed.resolved')
    return undefined;
  const { files, talk: read } = toRead(before, input, after, lease);
  const { files: beside, talk: said } = filesBeside(before, talk, input, read, lease);
  // Whoever has just heard one notice and goes on does not hear another at once.
  const { talk: heard, noticed } =
    noticeIn(talk) === undefined ? hearFirst(said, before.noticed, lease) : { talk: said, noticed: before.noticed };
  const served = servedBy(stands, talk, heard, lease);
  const next = served.length > 0 ? withInvitation(heard) : heard;
  const chosen = chosenLabel(talk, input);
  const instead = press === undefined ? null : replacedBy(press, before, next);
  const noted =
    note === undefined
      ? before
      : waitingAgain(enqueueNote(stands, about?.desks ?? [], id, note, lease.now), note, lease.now);
  const desks = speaksIn(before, person) && isNews(talk, next) ? desksWithTicket(stands, talk, lease) : [];
  const shown = enqueueShow(noted, desks, lease.now);
  const settled = enqueueSettle(shown, pressedBy(before, incoming, chosen ?? ''), lease.now, instead);
  const last = chosen === undefined ? before.last : (press ?? before.last);
  // A ticket says who asked by the address of the person whose case it is.
  const reached = person === before.person ? address : before.address;
  const quiet = before.quiet && isHandedOver(next) && !handsBack(before, incoming);
  const now = { ...settled, address: reached, seen, last, noticed, served, helpers, quiet };
  const reading = enqueueReadings(withoutReadings(now, talk, next), files, id, lease.now);
  const answered = answer(reading, stands.talk, next, id, [], lease, instead);
  const passed = enqueueBeside(answered, beside, id, lease, true);
  return enqueueBeside(passed, unreadBy(now, talk, next), `unread ${id}`, lease, false);
}

/** Returns true where a turn has told something that a ticket shows. */
const isNews = (before: Conversation, next: Conversation): boolean =>
  urgencyOf(next) !== urgencyOf(before) ||
  JSON.stringify(next.snapshot.context.facts) !== JSON.stringify(before.snapshot.context.facts);

/** Applies what staff did with the case, and tells the person of it. Returns undefined if it changes nothing. */
function byStaff(
  before: ConversationRecord,
  input: StaffInput,
  incoming: Pick<Incoming, 'id' | 'on' | 'person'>,
  lease: Lease,
): ConversationRecord | undefined {
  const acted = actOf(before, input, incoming, lease);
  if (acted === undefined) return undefined;
  const { record, talk, heard } = acted;
  if (!heard) return nextVersion(record, lease);
  const answered = answer(enqueueSettle(record, '', lease.now), before.talk, talk, incoming.id, [], lease);
  return input.type === 'desk' ? enqueueAttach(answered, incoming.id, input.attached, lease.now) : answered;
}

/** Applies what was seen on a picture or in a file, as a pure function, and takes the job out that has read it. A job that is done already, or for which nobody waits any more, changes nothing. */
export function takeSight(
  before: ConversationRecord,
  { key, file }: Pick<Read, 'key' | 'file'>,
  sight: Sight,
  lease: Lease,
): ConversationRecord {
  const record = withoutReading(before, key);
  if (record === undefined) return before;
  const talk = fromSnapshot(record.talk);
  const from = file.kind === 'picture' ? 'picture' : 'log';
  const next = sees(talk, from, sight, laneOf(record.lanes, 'pictures').jobs.length > 0);
  return next === talk ? record : answer(enqueueSettle(record, '', lease.now), record.talk, next, key, [], lease);
}

/** Returns the record with the next state of the conversation, and enqueues its reply, its ticket and its timers. */
function answer(
  record: ConversationRecord,
  was: ConversationRecord['talk'] | undefined,
  talk: Conversation,
  id: string,
  notices: readonly Notice[],
  lease: Lease,
  instead: Post['instead'] = null,
): ConversationRecord {
  const { talk: said, notices: also } = withPromise(record, was, withDelay(record, talk), lease);
  const now = { ...record, talk: toSnapshot(said) };
  const ticketed = withTicket(now, was, said, lease);
  const first = [...notices, ...also];
  const told: readonly Notice[] = ticketed.tickets === now.tickets ? first : [...first, 'desk-told'];
  return nextVersion(
    { ...enqueuePost(ticketed, id, told, lease.now, instead), alarms: timersOf(ticketed, lease) },
    lease,
  );
}

/** Returns the conversation after an input; an empty message shows where it stands, or begins a new case after one that was closed. */
function nextOf(talk: Conversation, input: Input): Conversation {
  if (!isBlank(input) || noticeIn(talk) !== undefined) return advance(talk, input);
  return isOver(talk)
    ? beginWith({ ...talk, lead: [{ say: 'greeting' }] }, {})
    : { ...talk, lead: [{ say: 'welcome-back' }] };
}
const isBlank = (input: Input): boolean => input.type === 'text' && input.text.trim() === '';

/** Returns true if a message of staff begins a takeover: the case was handed over, and nobody has taken it over yet. */
const mayBeTakenOver = ({ quiet, talk }: ConversationRecord): boolean => !quiet && escalated(talk);
