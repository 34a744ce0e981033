import { describeError } from './describe-error.ts';
import { laneNames } from './lane.ts';
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
  const running = new Set<Promise<void>>();
  let stopping = false;

  function begin(saved: Saved, by: string): void {
    for (const name of laneNames) {
      if (saved.lanes[name].by !== by) continue;
      const ended = work(world, saved, name, by, () => stopping).catch((error: unknown) => {
        // The lane stays held until its lease ends; then the sweeper asks what arrived.
        const about = { conversation: saved.conversation, delivery: '', error: describeError(error) };
        world.log.error(about, 'outbox left to the sweeper');
      });
      running.add(ended);
      void ended.then(() => running.delete(ended));
    }
  }

  const rest = () =>
    world.along.hurry(async () => {
      while (running.size > 0) await Promise.all(running);
    });
  return {
    begin,
    rest,
    stop: () => {
      stopping = true;
      return rest();
    },
  };
}
