import { z } from 'zod';
import { running } from '../lib/async.ts';
import { describeError } from '../lib/describe-error.ts';
import { channels, type Incoming, type Receive, type Received } from '../ports.ts';
import { languages } from '../types.ts';
import type { Outside, World } from './deps.ts';
import { dutyIn } from './deps.ts';
import { forgetting } from './erase.ts';
import { limiter } from './rate-limit.ts';
import { turn } from './receive.ts';
import { printable } from './record.ts';
import { recent } from './record-cache.ts';
import { sweeper, sweeps } from './sweeper.ts';
import { drain } from './worker.ts';
import { along } from './write-behind.ts';

export type { Outside } from './deps.ts';

/** The bot at work over a store and its channels. */
export interface Bot {
  /** Takes what arrived. Where it rejects, the adapter tells the person to try again. */
  readonly receive: Receive;
  /** Looks for due work once; how many conversations had some. */
  sweep(): Promise<number>;
  /** Looks for due work from now on. */
  start(): void;
  /** Resolves when nothing is under way. */
  rest(): Promise<void>;
  /** Stops looking for work, ends what is under way, and lets go of the rest. */
  stop(): Promise<void>;
}

const id = z
  .string()
  .min(1)
  .max(512)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const named = id.regex(new RegExp(`^(?:${channels.join('|')}):.`));
const envelope = z.object({
  id,
  conversation: named,
  person: named,
  address: z.string().max(64_000),
  language: z.enum(languages),
});

/** A bot that is not looking for work yet. */
export function bot(outside: Outside): Bot {
  const world: World = {
    ...outside,
    recent: recent(outside.now),
    along: along(outside.terms.moment),
    limiter: limiter(outside.store, outside.now),
  };
  const forget = forgetting(world);
  const outbox = drain(world);
  const sweep = sweeps(world, outbox);
  const under = running();
  let sweeping: { stop(): Promise<void> } | undefined;

  async function take(incoming: Incoming): Promise<Received> {
    envelope.parse(incoming);
    const about = { conversation: incoming.conversation, delivery: printable(incoming.id) };
    const duty = dutyIn(world);
    try {
      if (await forget(incoming)) return 'no conversation';
      const { saved, taken } = await turn(world, incoming, duty);
      if (taken && saved !== undefined) outbox.begin(saved, duty.by);
      // The same delivery once more, after its turn failed as far as this process knows, though it had been written.
      const answered = taken || (saved !== undefined && outbox.adopt(saved));
      world.tally.add(answered ? 'turns' : 'ignored');
      world.log.info(about, answered ? 'kept' : 'left alone');
      if (saved === undefined) return 'no conversation';
      return answered ? 'answered' : 'left alone';
    } catch (error) {
      outbox.abandon(duty.by);
      world.tally.add('refused');
      world.log.error({ ...about, error: describeError(error) }, 'not kept');
      throw new Error('The message could not be kept', { cause: error });
    }
  }

  return {
    receive: (incoming) => under.track(take(incoming)),
    sweep,
    start: () => {
      sweeping ??= sweeper(world, sweep);
    },
    rest: async () => {
      await under.rest();
      await outbox.rest();
    },
    stop: async () => {
      await sweeping?.stop();
      await under.rest();
      await outbox.stop();
    },
  };
}
