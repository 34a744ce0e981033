import { setTimeout as sleep } from 'node:timers/promises';
import type { ConversationId } from '../ports.ts';
import type { World } from './deps.ts';
import { fromRow, type Saved, toRow } from './record.ts';

/** Does something with the database, three times at most; rejects with what it rejected with last. */
export async function persist<T>(world: World, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 3) throw error;
      await sleep(world.terms.pause * 0.05 * tries * (0.5 + world.random()));
    }
  }
}

/** Saves a record by compare-and-set. False: somebody was first. */
export function write(world: World, next: Saved): Promise<boolean> {
  const row = toRow(next);
  return world.recent.during(next, () => persist(world, () => world.store.save(row)));
}

/** Lets others finish first, the longer the oftener one was second. */
export const yieldTo = (world: World, tries: number): Promise<unknown> => {
  world.tally.add('conflicts');
  return tries < 3 ? Promise.resolve() : sleep(Math.min(tries, 20) * world.random());
};

/** Writes down what became of jobs over the newest version of a record, beginning with the version at hand. Undefined: the record is gone. */
export async function update(world: World, known: Saved, change: (saved: Saved) => Saved): Promise<Saved | undefined> {
  const { conversation } = known;
  for (let tries = 1; ; tries += 1) {
    await world.recent.settled(conversation);
    const before = world.recent.get(conversation) ?? (tries === 1 ? known : await load(world, conversation));
    if (before === undefined) return undefined;
    const after: Saved = { ...change(before), version: before.version + 1 };
    if (await write(world, after)) return after;
    await yieldTo(world, tries);
  }
}

async function load(world: World, conversation: ConversationId): Promise<Saved | undefined> {
  const row = await persist(world, () => world.store.load(conversation));
  return row === undefined ? undefined : fromRow(row);
}
