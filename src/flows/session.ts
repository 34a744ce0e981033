import { createEmptyActor, type SnapshotFrom } from 'xstate';
import type { Context, Event, Keep, Prompt, Say } from './context.ts';
import type { Reading } from './events.ts';
import { machine } from './machine.ts';

/** The snapshot of a conversation: where it stands. */
export type Snapshot = SnapshotFrom<typeof machine>;
/** The result of one event: the new snapshot, and the sentences said on the way. */
export interface Turn {
  readonly snapshot: Snapshot;
  readonly says: readonly Say[];
}

// The machine invokes and spawns nothing, so one idle actor stands in for all; XState's own `transition` would build
// an actor and an initial snapshot for every event.
const idle = createEmptyActor();

/** Runs the machine with an actor scope that does nothing but collect the sentences to say. */
function turn(run: (scope: never) => unknown): Turn {
  const says: Say[] = [];
  const actionExecutor = ({ type, params }: { type: string; params: unknown }) => {
    if (type === 'xstate.raise') return; // The machine itself has put the event into its queue.
    if (type !== 'say') throw new Error(`The conversation may only say things; got ${type}`);
    says.push(params as Say);
  };
  const nothing = () => {};
  const scope = {
    self: idle,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    stopChild: nothing,
    emit: nothing,
  };
  return { snapshot: run({ ...scope, system: idle.system, actionExecutor } as never) as Snapshot, says };
}

/** Begins a conversation, with the facts that an earlier one left. `walked`: a mutant, in tests. */
export const start = (keep: Partial<Keep> = {}, walked = machine): Turn =>
  turn((scope) => walked.getInitialSnapshot(scope, keep));

/** Takes one event; an event that the state does not know changes nothing. Any event but a choice among them withdraws the readings that were offered. Pure: throws only if the machine is wrong. `walked`: a mutant, in tests. */
export function step(snapshot: Snapshot, event: Event, walked = machine): Turn {
  const withdrawn = snapshot.context.candidates.length > 0 && event.type !== 'pick' && event.type !== 'none-of-these';
  const before = withdrawn ? step(snapshot, { type: 'none-of-these' }, walked).snapshot : snapshot;
  return turn((scope) => walked.transition(before, event, scope));
}

/** Returns a snapshot whose memory has these details of the form as well. They lead nowhere: every state goes on as it would without them. */
export const withDetails = (snapshot: Snapshot, values: Context['details']): Snapshot => ({
  ...snapshot,
  context: { ...snapshot.context, details: { ...snapshot.context.details, ...values } },
});

/** Returns a snapshot that offers these readings of what was sent, in place of any others; none: it offers nothing. Unlike those of an unclear message they may be offered again: whoever sends a picture twice is asked twice. */
export const withReadings = (snapshot: Snapshot, candidates: readonly Reading[]): Snapshot => ({
  ...snapshot,
  context: { ...snapshot.context, candidates },
});

/** The cache of prompts: a turn reads the prompt of a snapshot several times. */
const prompts = new WeakMap<Snapshot, Prompt>();

/** Returns the prompt of a snapshot, from its deepest state that has one. Throws an Error where none has. */
export function promptOf(snapshot: Snapshot): Prompt {
  const known = prompts.get(snapshot);
  if (known !== undefined) return known;
  const metas = Object.entries(snapshot.getMeta()).sort(([a], [b]) => b.split('.').length - a.split('.').length);
  const prompt = metas[0]?.[1];
  if (prompt === undefined) throw new Error(`No prompt in ${JSON.stringify(snapshot.value)}`);
  prompts.set(snapshot, prompt);
  return prompt;
}
