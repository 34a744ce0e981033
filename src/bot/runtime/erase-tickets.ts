import { wordsIn } from '../i18n.ts';
import { withTimeout } from '../lib/async.ts';
import type { Log, PersonId, Ticket } from '../ports.ts';
import { compose } from '../view/handover.ts';
import type { Dependencies } from './deps.ts';
import { deskOfLane, isDeskLane, type Job, type LaneName, laneNames, laneOf } from './lanes.ts';
import { type ConversationRecord, fromRow } from './record.ts';
import { deskNamed } from './registry.ts';
import { fromSnapshot } from './snapshot.ts';

/** The fate of a ticket of a person who is forgotten: it is deleted, or it stays at its desk; `unsure`: it may have been opened, or may still be, and `ticket` is its idempotency key. */
export interface ErasedTicket {
  readonly desk: string;
  readonly ticket: string;
  readonly outcome: 'deleted' | 'stays' | 'unsure';
}

/** The part of the bot that erasing needs. */
type Erasing = Pick<Dependencies, 'store' | 'adapters' | 'desks'>;

/** How erasing is done: `within` so many milliseconds in all, with the newest state of a record, which may not be stored yet. */
interface Terms {
  readonly within: number;
  readonly latest: (record: ConversationRecord) => ConversationRecord;
}

/** A ticket that is to be deleted, and what is said of it if that fails or takes too long. */
interface AtDesk {
  readonly otherwise: ErasedTicket;
  /** Deletes it. Resolves to undefined if it was never opened. */
  erase(): Promise<ErasedTicket | undefined>;
}

/** Maximum number of conversations that are loaded at once. */
const atOnce = 100;

/** Deletes the tickets of a person, with what was added to them, at the desks that can delete; the desks side by side. Returns what became of each, also of those for which there was no time. Rejects only when the database does. */
export async function eraseTickets(
  deps: Erasing,
  person: PersonId,
  { within, latest }: Terms,
): Promise<readonly ErasedTicket[]> {
  const all = (await recordsOf(deps, person)).flatMap((record) => ticketsIn(deps, latest(record)));
  const ended = new Map<AtDesk, ErasedTicket | undefined>();
  let over = false;
  const erase = async (desk: string) => {
    for (const one of all.filter(({ otherwise }) => otherwise.desk === desk)) {
      if (over) return;
      ended.set(one, await one.erase().catch(() => one.otherwise));
    }
  };
  const desks = new Set(all.map(({ otherwise }) => otherwise.desk));
  await withTimeout(within, Promise.all([...desks].map(erase))).catch(() => {});
  over = true;
  return all.map((one) => (ended.has(one) ? ended.get(one) : one.otherwise)).filter((one) => one !== undefined);
}

/** Deletes what was just delivered to the desk of a lane for a conversation that is stored no more: its person was forgotten meanwhile. Rejects only when the database does. */
export async function eraseOrphans(
  deps: Pick<Dependencies, 'store' | 'adapters' | 'desks' | 'policy' | 'log'>,
  record: ConversationRecord,
  name: LaneName,
): Promise<void> {
  if (!isDeskLane(name) || (await deps.store.load(record.conversation)) !== undefined) return;
  const late = openedIn(deps, record).filter(({ otherwise }) => otherwise.desk === deskOfLane(name));
  for (const { erase, otherwise } of late) {
    const erased = await withTimeout(deps.policy.timeout, erase()).catch(() => otherwise);
    report(deps.log, erased === undefined ? [] : [erased]);
    if (erased?.outcome === 'deleted')
      deps.log.info(
        { desk: erased.desk, ticket: erased.ticket },
        'ticket of a forgotten person deleted once it was open',
      );
  }
}

/** Logs for the operator what stays at the desks. */
export function report(log: Log, tickets: readonly ErasedTicket[]): void {
  for (const { desk, ticket, outcome } of tickets) {
    if (outcome === 'stays') log.warn({ desk, ticket }, 'ticket of a forgotten person stays: delete it by hand');
    if (outcome === 'unsure')
      log.warn({ desk, key: ticket }, 'ticket of a forgotten person may have been opened under this key: look for it');
  }
}

/** Returns the records of the conversations that a person began; those that cannot be read are left out. */
async function recordsOf({ store }: Erasing, person: PersonId): Promise<readonly ConversationRecord[]> {
  const records: ConversationRecord[] = [];
  for (let after = ''; ; ) {
    const rows = await store.allOf(person, { after, limit: atOnce });
    records.push(...rows.map(fromRow).filter((record) => record !== undefined));
    const last = rows.at(-1);
    if (last === undefined || rows.length < atOnce) return records;
    after = last.conversation;
  }
}

const ticketsIn = (deps: Erasing, record: ConversationRecord): readonly AtDesk[] => [
  ...openedIn(deps, record),
  ...doubtfulIn(deps, record),
];

/** Returns the tickets of a case that were opened. */
const openedIn = (deps: Erasing, { conversation, opened }: ConversationRecord): readonly AtDesk[] =>
  opened.map(({ desk, message, notes }) => ({
    otherwise: { desk, ticket: message, outcome: 'stays' },
    erase: async () => {
      const erased = await deskNamed(deps, desk, conversation)?.erase(message, notes, conversation);
      return { desk, ticket: message, outcome: erased === true ? 'deleted' : 'stays' };
    },
  }));

/** Returns the tickets of a case that are being opened now, or were, and the confirmation is lost. */
const doubtfulIn = (deps: Erasing, record: ConversationRecord): readonly AtDesk[] =>
  laneNames(record.lanes)
    .filter(isDeskLane)
    .flatMap((name) => {
      const { jobs, by } = laneOf(record.lanes, name);
      return jobs
        .filter(({ kind, unsure }) => kind === 'open' && (unsure || by !== ''))
        .map((job) => doubtful(deps, record, deskOfLane(name), job, by !== ''));
    });

/** Returns a ticket that may be at a desk, which is asked for it. `underWay`: it may also arrive after that. */
function doubtful(deps: Erasing, record: ConversationRecord, id: string, job: Job, underWay: boolean): AtDesk {
  const otherwise = { desk: id, ticket: job.key, outcome: 'unsure' } as const;
  const { conversation } = record;
  return {
    otherwise,
    erase: async () => {
      const desk = deskNamed(deps, id, conversation);
      const found = await desk?.find(job.key, ticketOf(record, job), job.since, null);
      if (desk === undefined || found === undefined)
        return desk?.searchable === true && !underWay ? undefined : otherwise;
      const outcome = (await desk.erase(found, [], conversation).catch(() => false)) ? 'deleted' : 'stays';
      return { desk: id, ticket: found, outcome };
    },
  };
}

/** Returns the ticket of a job to look for it, without how its person is reached, for which their channel would have to be asked. */
function ticketOf({ conversation, address, person, handling }: ConversationRecord, { talk }: Job): Ticket {
  const { context } = fromSnapshot(talk).snapshot;
  return {
    from: { conversation, address, language: talk.language },
    person,
    contact: { name: '', mail: '', chat: '', thread: '' },
    handover: compose(context, wordsIn(talk.language)),
    facts: context.facts,
    urgency: context.details['urgency'] ?? '',
    words: '',
    handling,
    owner: null,
  };
}
