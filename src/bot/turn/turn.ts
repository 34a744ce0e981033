import type { Incoming, Row } from '../ports.ts';
import { printable } from './deliveries.ts';
import type { Duty } from './duty.ts';
import { laneNames } from './lane.ts';
import { fromRow, isEmptied, isNewer, type Saved } from './saved.ts';
import { takeFirst, takeNext } from './take.ts';
import { persist, write, yieldTo } from './update.ts';
import type { World } from './world.ts';

/** The result of a turn: the record as it is kept now (undefined: there is none), and whether the Incoming changed it. */
export interface Turned {
  readonly saved: Saved | undefined;
  readonly taken: boolean;
}

const holdsAny = ({ lanes }: Saved, by: string): boolean => laneNames.some((name) => lanes[name].by === by);

/** Takes one Incoming: one load, unless the record is remembered, and one compare-and-set save; again where somebody was first. Rejects when the database does, and where the record is a newer version's. */
export async function turn(world: World, incoming: Incoming, duty: Duty): Promise<Turned> {
  const { conversation } = incoming;
  for (let tries = 1; ; tries += 1) {
    await world.recent.settled(conversation);
    const recalled = tries === 1 ? world.recent.get(conversation) : undefined;
    const row = recalled === undefined ? await persist(world, () => world.store.load(conversation)) : undefined;
    if (row !== undefined && isNewer(row)) throw new Error('The record is of a newer format');
    const stored = recalled ?? (row && fromRow(row));
    // The connection broke after the database had written it: the turn is over, and its lanes are held by its duty.
    if (stored !== undefined && holdsAny(stored, duty.by)) return { saved: stored, taken: true };
    const { change, end } = world.along.take(conversation);
    const before = stored && change(stored);
    let written: Saved | undefined;
    try {
      const after = before === undefined ? await first(world, row, incoming, duty) : takeNext(before, incoming, duty);
      // Only the stored record says what is left alone: the remembered one may be out of date.
      if (after === undefined && recalled === undefined) return { saved: before, taken: false };
      if (after === undefined) continue;
      if (await write(world, after)) {
        written = after;
        return { saved: after, taken: true };
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
  if (!isEmptied(row)) {
    world.tally.add('unreadable');
    const about = { conversation: row.conversation, delivery: printable(incoming.id) };
    world.log.error(about, 'record cannot be read; set aside');
    await world.store.setAside(row, duty.now);
  }
  return takeFirst({ ...incoming, person: row.person }, row, ['unreadable'], duty);
}
