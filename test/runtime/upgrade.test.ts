import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Event, Prompt } from '../../src/flows/context.ts';
import { type Frozen, freeze, thaw } from '../../src/flows/freeze.ts';
import { list, listIds } from '../../src/flows/lists.ts';
import { machine } from '../../src/flows/machine.ts';
import { promptOf, type Snapshot, start, step } from '../../src/flows/session.ts';
import { moves, news } from '../flows/moves.ts';
import { keyOf, position } from '../flows/walk.ts';
import { variant } from './variant.ts';

/** So many different records of each position. */
const each = 25;

/** Records of every reachable position: every state, every step of every list, after what people may tell on the way. */
function records(): { snapshot: Snapshot; prompt: Prompt; record: Frozen }[] {
  const begun = start().snapshot;
  const queue: Snapshot[] = [begun, ...news.map((facts) => step(begun, { type: 'tell', facts }).snapshot)];
  const seen = new Set<string>();
  const taken = new Map<string, number>();
  const found: ReturnType<typeof records> = [];
  for (let snapshot = queue.shift(); snapshot !== undefined; snapshot = queue.shift()) {
    const place = `${position(snapshot)} ${snapshot.context.step} ${snapshot.context.leaving}`;
    const count = taken.get(place) ?? 0;
    const key = keyOf(snapshot, 0);
    if (count >= each || seen.has(key)) continue;
    seen.add(key);
    taken.set(place, count + 1);
    found.push({
      snapshot,
      prompt: promptOf(snapshot),
      record: JSON.parse(JSON.stringify(freeze(snapshot))) as Frozen,
    });
    for (const { event, cost } of moves(snapshot))
      if (cost === 0 || rare.includes(event.type)) queue.push(step(snapshot, event).snapshot);
  }
  return found;
}
/** What leads to places that answers alone do not lead to. */
const rare = ['cancel', 'restart'];

type StateNode = (typeof machine)['root'];
const nodesOf = (node: StateNode): StateNode[] => [
  node,
  ...Object.values(node.states).flatMap((child) => nodesOf(child as StateNode)),
];

describe('records of every reachable position', () => {
  const all = records();
  const places = new Set(all.map(({ snapshot }) => position(snapshot)));
  let later: Awaited<ReturnType<typeof variant>>;
  beforeAll(async () => {
    later = await variant();
  });
  afterAll(() => later.drop());

  test('the tested records include every state that asks something', () => {
    expect(all.length).toBeGreaterThan(800);
    const asking = nodesOf(machine.root).flatMap((node) => (node.meta === undefined ? [] : [node.id]));
    // A list that ends by what was seen has nothing to check.
    const idle = listIds.filter((id) => list(id).ending === 'seen').map((id) => `.${id}.check`);
    expect(asking.filter((id) => !places.has(id) && !idle.some((end) => id.endsWith(end)))).toEqual([]);
  });

  test('a record read by the version that wrote it restores the same position, context and prompt', () => {
    for (const { snapshot, prompt, record } of all) {
      const { snapshot: again, rebuilt } = thaw(record);
      expect(rebuilt).toBe(false);
      expect(position(again)).toBe(position(snapshot));
      expect(JSON.parse(JSON.stringify(again.context))).toEqual(JSON.parse(JSON.stringify(snapshot.context)));
      expect(freeze(again).place).toEqual(prompt);
    }
  });

  test('a record keeps its answers when a later version renames, removes and adds a question', () => {
    for (const { snapshot, record } of all) {
      const { snapshot: next, rebuilt } = later.thaw(record);
      const { facts, finished, details, recipient } = snapshot.context;
      expect(rebuilt).toBe(true);
      // What is lowered in the meantime, or shown as a list comes up, is a fact of its own.
      expect({ ...next.context.facts, protection: undefined }).toEqual({ ...facts, protection: undefined });
      if (facts.protection !== undefined) expect(next.context.facts.protection).toBeDefined();
      expect(next.context.finished).toEqual(finished);
      expect(next.context.details).toEqual(details);
      expect(next.context.recipient).toEqual(recipient);
    }
  });

  test('a later version asks no question that was answered, and gives no list that was finished', () => {
    for (const { snapshot, record } of all) {
      const next = later.thaw(record).snapshot;
      const prompt = later.promptOf(next);
      if (prompt.kind === 'question')
        expect(later.known(snapshot.context.facts, prompt.id), JSON.stringify(record)).toBe(false);
      if (prompt.kind === 'list') expect(snapshot.context.finished).not.toContain(prompt.id);
    }
  });

  test('a closed conversation, and one with a handover under way, keep their place in a later version', () => {
    for (const { prompt, record } of all) {
      const next = later.promptOf(later.thaw(record).snapshot);
      if (prompt.kind === 'closed') expect(next).toEqual(prompt);
      if (prompt.kind === 'form' || prompt.kind === 'recipient') expect(next).toEqual(prompt);
    }
  });

  test('every conversation comes to an end in a later version, also by way of its new question', () => {
    let asked = 0;
    for (const { record } of all) {
      let snapshot = later.thaw(record).snapshot;
      let moves = 0;
      for (let prompt = later.promptOf(snapshot); prompt.kind !== 'closed' && moves < 80; moves += 1) {
        if (prompt.kind === 'question' && (prompt.id as string) === 'warranty') asked += 1;
        const way = (['skip', 'dont-know', 'done'] as const).find((type) => snapshot.can({ type }));
        snapshot = later.step(snapshot, { type: way ?? 'human' } as Event).snapshot;
        prompt = later.promptOf(snapshot);
      }
      expect(later.promptOf(snapshot).kind, JSON.stringify(record)).toBe('closed');
    }
    expect(asked).toBeGreaterThan(10);
  });

  test('a record that a later version wrote is readable by the earlier version after a rollback', () => {
    for (const { snapshot, record } of all.slice(0, 300)) {
      const back = thaw(JSON.parse(JSON.stringify(later.freeze(later.thaw(record).snapshot))));
      expect(back.rebuilt).toBe(true);
      expect(back.snapshot.context.finished).toEqual(snapshot.context.finished);
    }
  });
});

test('a snapshot with damaged or unknown content is rebuilt into a conversation', () => {
  const record = freeze(thaw({ format: 1, machine: '', keep: {}, place: {}, snapshot: null }).snapshot);
  for (const damaged of [
    { ...record, snapshot: null },
    { ...record, snapshot: { status: 'active', value: { nowhere: 'x' }, context: {} } },
    { ...record, snapshot: { status: 'active', value: 'talk', context: {} } },
    {
      ...record,
      keep: { facts: { origin: 'mars', vpn: 'on', errorCodes: ['x', '0xC004F074'] }, finished: 7, shown: ['P9'] },
      machine: '0',
    },
    { ...record, keep: null, place: null, machine: '0' },
  ]) {
    const { snapshot, rebuilt } = thaw(damaged);
    expect(rebuilt).toBe(true);
    expect(snapshot.context.facts.origin).toBeUndefined();
  }
});
