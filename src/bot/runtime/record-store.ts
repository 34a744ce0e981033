import { setTimeout as sleep } from 'node:timers/promises';
import type { ConversationId } from '../ports.ts';
import type { Deps } from './deps.ts';
import { type ConversationRecord, fromRow, toRow } from './record.ts';

/** Does something with the database, three times at most; rejects with what it rejected with last. */
export async function persist<T>(deps: Deps, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 3) throw error;
      await sleep(deps.policy.initialInterval * 0.05 * tries * (0.5 + deps.random()));
    }
  }
}

/** Saves a record by compare-and-set. False: somebody was first. */
export function write(deps: Deps, next: ConversationRecord): Promise<boolean> {
  const row = toRow(next);
  return deps.cache.during(next, () => persist(deps, () => deps.store.save(row)));
}

/** Lets others finish first, the longer the oftener one was second. */
export const yieldTo = (deps: Deps, tries: number): Promise<unknown> => {
  deps.metrics.add('conflicts');
  return tries < 3 ? Promise.resolve() : sleep(Math.min(tries, 20) * deps.random());
};

/** Writes down what became of jobs over the newest version of a record, beginning with the version at hand. Undefined: the record is gone. */
export async function update(
  deps: Deps,
  known: ConversationRecord,
  change: (record: ConversationRecord) => ConversationRecord,
): Promise<ConversationRecord | undefined> {
  const { conversation } = known;
  for (let tries = 1; ; tries += 1) {
    await deps.cache.settled(conversation);
    const before = deps.cache.get(conversation) ?? (tries === 1 ? known : await load(deps, conversation));
    if (before === undefined) return undefined;
    const after: ConversationRecord = { ...change(before), version: before.version + 1 };
    if (await write(deps, after)) return after;
    await yieldTo(deps, tries);
  }
}

async function load(deps: Deps, conversation: ConversationId): Promise<ConversationRecord | undefined> {
  const row = await persist(deps, () => deps.store.load(conversation));
  return row === undefined ? undefined : fromRow(row);
}
