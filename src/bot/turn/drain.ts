import { setImmediate as others } from 'node:timers/promises';
import { describeError } from './describe-error.ts';
import { laneNames } from './lane.ts';
import { running } from './running.ts';
import type { Saved } from './saved.ts';
import { work } from './work.ts';
import type { World } from './world.ts';

/** Maximum number of abandoned duties that a process remembers. */
const remembered = 1_000;

/** Does what is owed in outboxes. */
export interface Drain {
  /** Begins to work on the lanes that a duty of this process has just taken; to be called once for each. */
  begin(saved: Saved, by: string): void;
  /** Remembers a duty whose write failed, since it may have been made all the same: its lanes may be adopted. */
  abandon(by: string): void;
  /** Begins to work on the lanes that an abandoned duty of this process turns out to hold. Returns whether there are any. */
  adopt(saved: Saved): boolean;
  /** Lets go of what waits and resolves when the attempts under way have ended. */
  stop(): Promise<void>;
  /** Resolves when nothing is under way. */
  rest(): Promise<void>;
}

/** The one place where a process does jobs: in each lane in order, one at a time. */
export function drain(world: World): Drain {
  const under = running();
  const abandoned = new Set<string>();
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
    abandon: (by) => {
      abandoned.add(by);
      const [oldest] = abandoned;
      if (abandoned.size > remembered && oldest !== undefined) abandoned.delete(oldest);
    },
    adopt: (saved) => {
      const adopted = laneNames.map((name) => saved.lanes[name].by).filter((by) => abandoned.delete(by));
      for (const by of adopted) begin(saved, by);
      return adopted.length > 0;
    },
    rest,
    stop: () => {
      stopping = true;
      return rest();
    },
  };
}
