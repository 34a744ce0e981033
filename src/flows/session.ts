import { initialTransition, type SnapshotFrom, transition } from 'xstate';
import type { Event, Keep, Prompt, Say } from './context.ts';
import { machine } from './machine.ts';

/** Where a conversation stands. */
export type Snapshot = SnapshotFrom<typeof machine>;
/** What one event led to: where the conversation stands now, and what is said on the way. */
export interface Turn {
  readonly snapshot: Snapshot;
  readonly says: readonly Say[];
}

const turn = ([snapshot, actions]: readonly [Snapshot, readonly { type: string; params: unknown }[]]): Turn => ({
  snapshot,
  says: actions.map(({ type, params }) => {
    if (type !== 'say') throw new Error(`The conversation may only say things; got ${type}`);
    return params as Say;
  }),
});

/** Begins a conversation, with what an earlier one left known. */
export const start = (keep: Partial<Keep> = {}): Turn => turn(initialTransition(machine, keep));

/** Takes one event; one that the state does not know changes nothing. Pure: throws only if the machine is wrong. */
export const step = (snapshot: Snapshot, event: Event): Turn => turn(transition(machine, snapshot, event));

/** What the state waits for; the deepest state with a prompt counts. */
export function promptOf(snapshot: Snapshot): Prompt {
  const metas = Object.entries(snapshot.getMeta()).sort(([a], [b]) => b.split('.').length - a.split('.').length);
  const prompt = metas[0]?.[1];
  if (prompt === undefined) throw new Error(`No prompt in ${JSON.stringify(snapshot.value)}`);
  return prompt;
}
