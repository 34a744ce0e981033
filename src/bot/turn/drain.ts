import { setImmediate as others } from 'node:timers/promises';
import { describeError } from './describe-error.ts';
import { laneNames } from './lane.ts';
import { running } from './running.ts';
import type { Saved } from './saved.ts';
import { work } from './work.ts';
import type { World } from './world.ts';

/** Does what is owed in outboxes. */
export interface Drain {
  /** Begins to work on the lanes that a duty of this process has just taken; to be called once for each. */
  begin(saved: Saved, by: string): void;
  /** Lets go of what waits and resolves when the attempts under way have ended. */
  stop(): Promise<void>;
  /** Resolves when nothing is under way. */
  rest(): Promise<void>;
}

/** The one place where a process does jobs: in each lane in order, one at a time. */
export function drain(world: World): Drain {
  const under = running();
  let stopping = false;

  function begin(saved: Saved, by: string): void {
    for (const name of laneNames) {
      if (saved.lanes[name].by !== by) continue;
      // Who sent the message is acknowledged first.
      const ended = others()
        .then(() => work(world, saved, name, by, () => stopping))
        .catch((error: unknown) => {
          // The lane stays held until its lease ends; then the sweeper asks what arrived.
          const about = { conversation: saved.conversation, delivery: '', error: describeError(error) };
          world.log.error(about, 'outbox left to the sweeper');
        });
      void under.track(ended);
    }
  }

  const rest = () => world.along.hurry(under.rest);
  return {
    begin,
    rest,
    stop: () => {
      stopping = true;
      return rest();
    },
  };
}
