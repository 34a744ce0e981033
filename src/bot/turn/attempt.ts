import { compose } from '../handover.ts';
import type { Adapter, Desk, Destination, MessageRef, Sent, Ticket } from '../ports.ts';
import type { Outgoing } from '../types.ts';
import { show } from '../view/index.ts';
import { wordsIn } from '../words.ts';
import { channelOf } from './channel.ts';
import { describeError } from './describe-error.ts';
import { thawTalk } from './freeze.ts';
import type { Job, Notice, Post, Result, Settle } from './job.ts';
import type { Saved } from './saved.ts';
import { within } from './within.ts';
import type { World } from './world.ts';

/** Tries a job once. Never throws: what ended in an unknown way, or took longer than the timeout, is `unknown`. */
export async function attempt(world: World, saved: Saved, job: Job, tries: number): Promise<Result> {
  const pause = Math.round(
    Math.min(world.terms.slowest, world.terms.pause * 2 ** Math.min(tries, 30)) * (0.75 + world.random() / 2),
  );
  const result = (sent: Sent): Result => {
    const about = { key: job.key, now: world.now() };
    return sent.outcome === 'later'
      ? { ...about, outcome: 'later', after: Math.min(world.terms.horizon, Math.max(Math.ceil(sent.after), pause)) }
      : { ...about, ...sent };
  };
  try {
    return result(await within(world.terms.timeout, perform(world, saved, job)));
  } catch (error) {
    world.log.warn(
      { conversation: saved.conversation, delivery: job.key, job: job.kind, error: describeError(error) },
      'attempt ended unknown',
    );
    return { key: job.key, now: world.now(), outcome: 'unknown', after: pause };
  }
}

async function perform(world: World, saved: Saved, job: Job): Promise<Sent> {
  const adapter = world.adapters[channelOf(saved.conversation)];
  if (adapter === undefined) return { outcome: 'later', after: world.terms.slowest };
  const to: Destination = { conversation: saved.conversation, address: saved.address, language: job.talk.language };
  switch (job.kind) {
    case 'post':
      return post(world, adapter, to, job);
    case 'settle':
      return adapter.settle(to, job.message, outgoingOf(world, to, job), job.answer);
    case 'open':
      return world.desk === null ? { outcome: 'never', why: 'no desk' } : open(world.desk, to, saved, job);
  }
}

async function post(world: World, adapter: Adapter, to: Destination, job: Post): Promise<Sent> {
  const arrived = job.unsure ? await adapter.find(to, job.key, job.since) : undefined;
  return arrived === undefined ? adapter.post(to, job.key, outgoingOf(world, to, job)) : done(arrived);
}

/** What a message shows, now and once it is answered. */
function outgoingOf({ contacts }: World, to: Destination, { talk, notices }: Post | Settle): Outgoing {
  const outgoing = show(thawTalk(talk), contacts);
  const said = notices.map((notice) => sentence(notice, to, contacts));
  return { ...outgoing, view: { ...outgoing.view, lead: [...said, ...outgoing.view.lead] } };
}

async function open(desk: Desk, from: Destination, { person }: Saved, job: Job): Promise<Sent> {
  const { context } = thawTalk(job.talk).snapshot;
  const ticket: Ticket = { from, person, handover: compose(context, wordsIn(from.language)), facts: context.facts };
  const arrived = job.unsure ? await desk.find(job.key, ticket, job.since) : undefined;
  return arrived === undefined ? desk.open(job.key, ticket) : done(arrived);
}

const done = (message: MessageRef): Sent => ({ outcome: 'done', message });
const sentence = (notice: Notice, { language }: Destination, contacts: World['contacts']): string =>
  wordsIn(language).text(`turns:${notice}`, contacts[language].desk).trim();
