import type { Incoming, Row } from '../ports.ts';
import { printable } from './digest.ts';
import { type Duty, dutyIn } from './duty.ts';
import { fromRow, type Saved } from './saved.ts';
import { takeFirst, takeNext } from './take.ts';
import { persist, write, yieldTo } from './update.ts';
import type { World } from './world.ts';

/** What became of an Incoming: the record as it is kept now (undefined: there is none), whether it was changed, and the duty that wrote it. */
export interface Turned {
  readonly saved: Saved | undefined;
  readonly taken: boolean;
  readonly by: string;
}

/** Takes one Incoming: one load, unless the record is remembered, and one compare-and-set save; again where somebody was first. Rejects when the database does. */
export async function turn(world: World, incoming: Incoming): Promise<Turned> {
  const { conversation } = incoming;
  const duty = dutyIn(world);
  for (let tries = 1; ; tries += 1) {
    await world.recent.settled(conversation);
    const recalled = tries === 1 ? world.recent.get(conversation) : undefined;
    const row = recalled === undefined ? await persist(world, () => world.store.load(conversation)) : undefined;
    const stored = recalled ?? (row && fromRow(row));
    const { change, end } = world.along.take(conversation);
    const before = stored && change(stored);
    let written: Saved | undefined;
    try {
      const after = before === undefined ? await first(world, row, incoming, duty) : takeNext(before, incoming, duty);
      // Only the stored record says what is left alone: the remembered one may be out of date.
      if (after === undefined && recalled === undefined) return { saved: before, taken: false, by: duty.by };
      if (after === undefined) continue;
      if (await write(world, after)) {
        written = after;
        return { saved: after, taken: true, by: duty.by };
      }
    } finally {
      end(written);
    }
    await yieldTo(world, tries);
  }
}

/** The first record of a conversation. Where there is one that cannot be read, it is set aside and the person begins anew, with an apology. */
async function first(world: World, row: Row | undefined, incoming: Incoming, duty: Duty): Promise<Saved | undefined> {
  // The desk answers a case that is there, or nobody.
  if (incoming.input.type === 'desk') return undefined;
  if (row === undefined) return incoming.opens ? takeFirst(incoming, undefined, [], duty) : undefined;
  if (!incoming.addressed && incoming.person !== row.person) return undefined;
  world.tally.add('unreadable');
  const about = { conversation: row.conversation, delivery: printable(incoming.id) };
  world.log.error(about, 'record cannot be read; set aside');
  await world.store.setAside(row, duty.now);
  return takeFirst({ ...incoming, person: row.person }, row, ['unreadable'], duty);
}
