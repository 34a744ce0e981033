import type { Context } from '../../flows/context.ts';
import { addresseeOf } from '../../flows/recipient.ts';
import { promise } from '../desk/promise.ts';
import { wordsIn } from '../i18n.ts';
import { withTimeout } from '../lib/async.ts';
import { type RateLimit, unlimited } from '../lib/rates.ts';
import type { Adapter, Contact, Desk, Destination, MessageRef, Sent, Ticket, TicketNote } from '../ports.ts';
import type { Outgoing } from '../types.ts';
import { compose, ownWordsIn } from '../view/handover.ts';
import { show } from '../view/index.ts';
import { isInDanger, promiseSentences } from '../view/promise.ts';
import type { Deps } from './deps.ts';
import { type Filed, fetchFiles, withoutSecrets } from './files.ts';
import {
  type Attach,
  deskOfLane,
  isDeskLane,
  type Job,
  type LaneName,
  type Note,
  type Notice,
  type Open,
  type Post,
  type Propose,
  type Read,
  type Settle,
  type ShowState,
} from './lanes.ts';
import { handlingOf } from './open-case.ts';
import type { ConversationRecord } from './record.ts';
import { adapterFor, deskNamed, desksFor } from './registry.ts';
import { fromSnapshot } from './snapshot.ts';

/** A call to a channel or a desk. */
export interface Call {
  readonly name: 'post' | 'replace' | 'settle' | 'open' | 'note' | 'show' | 'find' | 'fetch' | 'attach';
  readonly limit: RateLimit;
  /** Makes the call. Resolves to undefined if a `find` shows that nothing arrived, the message to replace is gone or must not be edited, or the files to send are fetched now. */
  run(): Promise<Sent | undefined>;
}

/** A job that sends something. */
export type OutwardJob = Exclude<Job, Read | Propose>;

/** Returns the calls that deliver a job, to be made in order until one gives a result. If an earlier attempt may have arrived, the first call asks the receiver (`find`). Rejects if the channel is not served here or a rate limit cannot be determined now. */
export async function callsOf(
  deps: Deps,
  record: ConversationRecord,
  job: OutwardJob,
  name: LaneName,
): Promise<readonly Call[]> {
  const adapter = adapterFor(deps, record.conversation);
  const to: Destination = { conversation: record.conversation, address: record.address, language: job.talk.language };
  if (adapter === undefined) throw new Error('This channel is not served here');
  switch (job.kind) {
    case 'post':
      return postCalls(deps, adapter, record, to, job);
    case 'settle': {
      const outgoing = outgoingOf(deps, record, to, job);
      const run = () => adapter.settle(to, job.message, outgoing, job.answer);
      return [{ name: 'settle', limit: adapter.limitOf(to, 'settle'), run }];
    }
    case 'attach':
      return attachCalls(deps, adapter, to, job);
    case 'open':
    case 'note':
    case 'show':
      return deskCalls(
        deskNamed(deps, deskOfLane(name), to.conversation),
        deskOfLane(name),
        deps.now,
        adapter,
        to,
        record,
        job,
      );
  }
}

function postCalls(
  deps: Deps,
  adapter: Adapter,
  record: ConversationRecord,
  to: Destination,
  job: Post,
): readonly Call[] {
  const limit = adapter.limitOf(to, 'post');
  // Rendered before the lease is checked for the last time, so that nothing long stands between that and the call.
  const outgoing = outgoingOf(deps, record, to, job);
  const post: Call = { name: 'post', limit, run: () => adapter.post(to, job.key, outgoing) };
  const { instead } = job;
  const replace = (message: MessageRef): Call => ({
    name: 'replace',
    limit: adapter.limitOf(to, 'settle'),
    run: async () => {
      const sent = await adapter.replace(to, message, job.key, outgoing);
      // What may no longer be edited is answered all the same.
      return sent?.outcome === 'never' ? undefined : sent;
    },
  });
  const find: Call = {
    name: 'find',
    limit: adapter.limitOf(to, 'find'),
    run: async () => done(await adapter.find(to, job.key, job.since)),
  };
  return [...(instead === null ? [] : [replace(instead)]), ...(job.unsure && adapter.searchable ? [find] : []), post];
}

/** Returns the calls that show the person the files of an answer; files of a desk that is not set up any more are missing. */
async function attachCalls(deps: Deps, adapter: Adapter, to: Destination, job: Attach): Promise<readonly Call[]> {
  const { desk: id, files } = job.attached;
  const desk = deps.desks.find((one) => one.id === id);
  let got: Filed = { files: [], missing: files.length };
  const fetch: Call = {
    name: 'fetch',
    limit: (await desk?.limitOf(to, 'fetch')) ?? unlimited,
    run: async () => {
      if (desk === undefined) return undefined;
      const fetched = await fetchFiles(desk.fetch, files, job.since, deps.now);
      if ('outcome' in fetched) return fetched;
      got = fetched;
      return undefined;
    },
  };
  const find: Call = {
    name: 'find',
    limit: adapter.limitOf(to, 'find'),
    run: async () => done(await adapter.find(to, job.key, job.since)),
  };
  const attach: Call = {
    name: 'attach',
    limit: adapter.limitOf(to, 'post'),
    run: () => adapter.attach(to, job.key, got.files, got.missing),
  };
  return [...(job.unsure && adapter.searchable ? [find] : []), fetch, attach];
}

/** Milliseconds to wait for how a person is reached, without which a ticket is opened all the same. Adapters give up a part of it earlier. */
const patience = 3_000;
const nobody: Contact = { name: '', mail: '', chat: '', thread: '' };

async function deskCalls(
  desk: Desk | undefined,
  id: string,
  now: () => number,
  adapter: Adapter,
  from: Destination,
  { person, opened, handling, owner, talk }: ConversationRecord,
  job: Open | Note | ShowState,
): Promise<readonly Call[]> {
  const never = (why: string): readonly Call[] => [
    { name: job.kind, limit: unlimited, run: async () => ({ outcome: 'never', why }) },
  ];
  if (desk === undefined) return never('No such desk is set up');
  const own = job.kind === 'open' ? undefined : opened.findLast((one) => one.desk === id);
  const under = own?.message ?? null;
  if (job.kind !== 'open' && under === null) return never('The ticket was not opened');
  const { context } = fromSnapshot(job.kind === 'open' ? job.talk : talk).snapshot;
  // The desk goes on to see the letter that it got where the person has another one written since.
  const { sentTo } = context;
  const sent = sentTo === undefined || context.recipient === undefined ? context : { ...context, recipient: sentTo };
  // Looked up before the lease is checked for the last time, so that nothing long stands between that and the call.
  const ticket: Ticket = {
    from,
    person,
    contact: await withTimeout(patience, adapter.contactOf(from, person)).catch(() => nobody),
    handover: compose(sent, wordsIn(from.language)),
    facts: context.facts,
    urgency: context.details['urgency'] ?? '',
    words: ownWordsIn(sent),
    handling: handlingOf(handling, own?.over ?? false),
    owner,
  };
  const pending = job.kind === 'note' && job.note.kind === 'file' ? job.note : undefined;
  let filed: TicketNote | undefined;
  const fetch: Call = {
    name: 'fetch',
    limit: adapter.limitOf(from, 'fetch'),
    run: async () => {
      if (pending === undefined) return undefined;
      const fetched = await fetchFiles((file, most) => adapter.fetch(from, file, most), pending.files, job.since, now);
      if ('outcome' in fetched) return fetched;
      filed = { ...pending, ...withoutSecrets(fetched) };
      return undefined;
    },
  };
  const fetching = pending !== undefined && pending.files.length > 0 ? [fetch] : [];
  const send: Call = {
    name: job.kind,
    limit: await desk.limitOf(from, job.kind),
    run: async () => {
      if (under === null) return desk.open(job.key, ticket);
      if (job.kind !== 'note') return desk.show(under, ticket);
      const note = job.note.kind === 'file' ? { ...job.note, files: [], missing: 0 } : job.note;
      return desk.note(job.key, under, ticket, filed ?? note);
    },
  };
  const sending = [...fetching, send];
  if (!job.unsure || job.kind === 'show') return sending;
  const find = async () => done(await desk.find(job.key, ticket, job.since, under));
  return [{ name: 'find', limit: await desk.limitOf(from, 'find'), run: find }, ...sending];
}

/** Returns true if the receiver of a lane can be asked what arrived (`find`). */
export function isSearchable(deps: Deps, { conversation }: ConversationRecord, name: LaneName): boolean {
  const receiver = isDeskLane(name) ? deskNamed(deps, deskOfLane(name), conversation) : adapterFor(deps, conversation);
  return receiver?.searchable ?? true;
}

/** Returns the reply that a message shows, both when it is posted and when it is settled. */
function outgoingOf(
  deps: Deps,
  { handed }: ConversationRecord,
  to: Destination,
  { talk, notices }: Post | Settle,
): Outgoing {
  const { contacts } = deps;
  const conversation = fromSnapshot(talk);
  const outgoing = show(conversation, contacts);
  const { context } = conversation.snapshot;
  const said = notices.flatMap((notice) => [
    sentence(notice, to, contacts, context),
    ...(notice === 'desk-told' ? expected(deps, to, context, handed) : []),
  ]);
  return { ...outgoing, view: { ...outgoing.view, lead: [...said, ...outgoing.view.lead] } };
}

/** Returns the sentences that say when to expect an answer of the desk to a case that was handed over at `handed`, epoch milliseconds; outside its hours, whom to ask where data is in danger. */
function expected(deps: Deps, { conversation, language }: Destination, context: Context, handed: number) {
  const words = wordsIn(language);
  const [desk] = desksFor(deps, conversation, addresseeOf(context), context.facts);
  const hours = desk?.hours ?? null;
  const promised = promise(hours, handed);
  if (hours === null || promised.kind === 'none') return [words.text('turns:desk-wait')];
  const inDanger = isInDanger(context.facts) ? deps.contacts[language] : undefined;
  return promiseSentences(promised, words, handed, hours.zone, inDanger);
}

const done = (message: MessageRef | undefined): Sent | undefined =>
  message === undefined ? undefined : { outcome: 'done', message };

/** Returns a notice, with those whom the person may reach themselves: whoever the letter is for. */
function sentence(notice: Notice, { language }: Destination, contacts: Deps['contacts'], context: Context): string {
  const words = wordsIn(language);
  const { desk, specialist } = contacts[language];
  const reached =
    addresseeOf(context) === 'specialist'
      ? { name: specialist.name, address: words.text('handover:contact.specialist', specialist) }
      : desk;
  return words.text(`turns:${notice}`, reached).trim();
}
