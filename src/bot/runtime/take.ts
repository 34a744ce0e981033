import { withInvitation } from '../conversation/afterword.ts';
import { type Conversation, noticeIn, openConversation, placeOf, withLead } from '../conversation/conversation.ts';
import { beginWith, isOver } from '../conversation/new-case.ts';
import { hearFirst } from '../conversation/notices.ts';
import { isHandedOver } from '../conversation/relay.ts';
import { type Sight, sees } from '../conversation/seen.ts';
import { advance } from '../conversation/step.ts';
import { urgencyOf } from '../conversation/urgency.ts';
import { alone, type Incoming } from '../ports.ts';
import type { Row } from '../storage.ts';
import type { Input } from '../types.ts';
import type { Borne } from '../understanding/proposed.ts';
import { comingBack } from './coming-back.ts';
import { isNewestTaken, wasTaken, withDelivery } from './deliveries.ts';
import type { Lease } from './deps.ts';
import { withDelay } from './desk-away.ts';
import { enqueueBeside, filesBeside, unreadBy } from './form-files.ts';
import { aboutTicket, isStaffed, overheard, servedBy, waitingAgain, withTicket } from './handed-over.ts';
import { emptyLane, laneOf, type Notice, type Post, type Propose, type Read } from './lanes.ts';
import { openWith } from './opening.ts';
import { enqueueAttach, enqueuePost, enqueueSettle, nextVersion } from './outbox.ts';
import { chosenLabel, isTwin, pressIn, replacedBy } from './press.ts';
import { withPromise } from './promised.ts';
import { type ConversationRecord, unhandled } from './record.ts';
import { fromSnapshot, toSnapshot } from './snapshot.ts';
import { actOf, isStaffs, type StaffInput, takenInPlace } from './staff.ts';
import { desksWithTicket, enqueueNote, enqueueShow, escalated } from './tickets.ts';
import { timersOf } from './timers.ts';
import { enqueuePropose, isToPropose, waitingIn, withoutPropose } from './to-propose.ts';
import { enqueueReadings, toRead, withoutReading, withoutReadings } from './to-read.ts';
import { afterNaming, handsBack, helpersAfter, mayNotPress, pressedBy, speaksIn, toldApart } from './whose.ts';

/** Applies the first Incoming of a conversation, as a pure function, and returns the new record. `over`: the stored row that the record replaces; `borne`: what a language model has proposed of the message (null: none was asked yet). */
export function takeFirst(
  incoming: Incoming,
  over: Pick<Row, 'version' | 'born'> | undefined,
  notices: readonly Notice[],
  lease: Lease,
  borne: readonly Borne[] | null = null,
): ConversationRecord {
  const { conversation, person, address, id, language, languageChosen, input } = incoming;
  const empty: Conversation = { ...openConversation(language), languageChosen };
  const { files, talk: first } = toRead(
    { lanes: { channel: emptyLane } },
    input,
    openWith(empty, input, borne ?? []),
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
  if (borne === null && notices.length === 0 && isToPropose(incoming, person, undefined, opened, lease))
    return nextVersion(enqueuePropose({ ...blank, talk: toSnapshot(empty) }, incoming, true, lease.now), lease);
  const helpers = helpersAfter(blank, incoming);
  const said = helpers === blank.helpers ? opened : withLead(opened, { say: 'helper-named' });
  const { talk, noticed } = hearFirst(said, [], lease);
  const begun = enqueueReadings({ ...blank, noticed, helpers }, files, id, lease.now);
  return answer(begun, undefined, talk, id, notices, lease);
}

/** Applies the next Incoming of a conversation, as a pure function, and returns the next record. Returns undefined if it changes nothing, as a duplicate does. */
export function takeNext(stored: ConversationRecord, incoming: Incoming, lease: Lease): ConversationRecord | undefined {
  const { id, person, addressed, company, input } = incoming;
  if (wasTaken(stored.seen, id) || mayNotPress(stored, incoming)) return undefined;
  // What waits for a language model comes first, without it.
  const waiting = waitingIn(stored);
  const before =
    waiting === undefined ? stored : { ...takeProposal(stored, waiting, [], lease), version: stored.version };
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
  return hearNext(before, incoming, seen, press, lease, null);
}

/** Applies an Incoming of the person or somebody beside them that is new. `borne`: what a language model has proposed of it; null: none was asked yet. */
function hearNext(
  before: ConversationRecord,
  incoming: Incoming,
  seen: ConversationRecord['seen'],
  press: ReturnType<typeof pressIn>,
  lease: Lease,
  borne: readonly Borne[] | null,
): ConversationRecord | undefined {
  const { id, address, person, input } = incoming;
  const talk = fromSnapshot(before.talk);
  const helpers = helpersAfter(before, incoming);
  const names = helpers !== before.helpers;
  const back = names ? undefined : comingBack(before, talk, incoming, lease);
  const stands = back?.record ?? before;
  const about = names ? undefined : (back ?? aboutTicket(stands, talk, incoming, lease));
  const after = names ? afterNaming(talk, input) : (about?.talk ?? nextOf(talk, input, borne ?? []));
  const note = about?.note;
  if (about !== undefined && note !== undefined && after === talk)
    return overheard({ ...stands, address, seen }, { ...about, note }, id, lease);
  if (input.type === 'edit' && after === talk) return undefined;
  if (isStaffed(before, talk, incoming) && about?.talk === undefined && placeOf(after.snapshot) !== 'closed.resolved')
    return undefined;
  const isAlone = about === undefined && !names && !before.quiet;
  if (borne === null && isAlone && isToPropose(incoming, before.person, talk, after, lease))
    return nextVersion(enqueuePropose({ ...before, address, seen }, incoming, false, lease.now), lease);
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

/** Applies a message about which a language model was asked, as a pure function, with what it bears of the proposal, and takes the job out. A job that is done already changes nothing. */
export function takeProposal(
  before: ConversationRecord,
  { key, message }: Pick<Propose, 'key' | 'message'>,
  borne: readonly Borne[],
  lease: Lease,
): ConversationRecord {
  if (waitingIn(before)?.key !== key) return before;
  const record = withoutPropose(before);
  const { id, text, language, languageChosen, isFirst } = message;
  const incoming: Incoming = {
    ...{ id, conversation: record.conversation, person: record.person, address: record.address },
    ...{ language, languageChosen, opens: true, addressed: true, company: alone, on: null },
    input: { type: 'text', text },
  };
  const next = isFirst
    ? takeFirst(incoming, record, [], lease, borne)
    : hearNext(record, incoming, record.seen, undefined, lease, borne);
  return next ?? nextVersion(record, lease);
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
  const { talk: said, notices: also } = withPromise(record, was, withModel(withDelay(record, talk), lease), lease);
  const now = { ...record, talk: toSnapshot(said) };
  const ticketed = withTicket(now, was, said, lease);
  const first = [...notices, ...also];
  const told: readonly Notice[] = ticketed.tickets === now.tickets ? first : [...first, 'desk-told'];
  return nextVersion(
    { ...enqueuePost(ticketed, id, told, lease.now, instead), alarms: timersOf(ticketed, lease) },
    lease,
  );
}

/** Returns the conversation with the sentence that a language model reads along, beside the help. */
const withModel = (talk: Conversation, { model }: Lease): Conversation =>
  model !== '' && talk.assisted && talk.lead.some((lead) => 'say' in lead && lead.say === 'help')
    ? withLead(talk, { model })
    : talk;

/** Returns the conversation after an input; an empty message shows where it stands, or begins a new case after one that was closed. */
function nextOf(talk: Conversation, input: Input, borne: readonly Borne[]): Conversation {
  if (!isBlank(input) || noticeIn(talk) !== undefined) return advance(talk, input, borne);
  return isOver(talk)
    ? beginWith({ ...talk, lead: [{ say: 'greeting' }] }, {})
    : { ...talk, lead: [{ say: 'welcome-back' }] };
}
const isBlank = (input: Input): boolean => input.type === 'text' && input.text.trim() === '';

/** Returns true if a message of staff begins a takeover: the case was handed over, and nobody has taken it over yet. */
const mayBeTakenOver = ({ quiet, talk }: ConversationRecord): boolean => !quiet && escalated(talk);
