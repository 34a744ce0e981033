import { expect, test } from 'vitest';
import type { Event } from '../../src/flows/context.ts';
import type { Topic } from '../../src/flows/events.ts';
import type { Facts } from '../../src/flows/facts.ts';
import { type ListId, listIds } from '../../src/flows/lists.ts';
import { promptOf, type Snapshot, start, step } from '../../src/flows/session.ts';

const own: Facts = { origin: 'personal', message: 'watermark', data: 'backed-up' };
const takes = (snapshot: Snapshot, ...events: readonly Event[]) =>
  events.reduce((before, event) => step(before, event).snapshot, snapshot);
const atList = (snapshot: Snapshot): ListId | undefined => {
  const prompt = promptOf(snapshot);
  return 'id' in prompt ? listIds.find((id) => id === prompt.id) : undefined;
};

/** The lists that come up for somebody whom nothing helps. */
function given(from: Snapshot): readonly ListId[] {
  const lists: ListId[] = [];
  let snapshot = from;
  for (let moves = 0; promptOf(snapshot).kind !== 'closed' && moves < 60; moves += 1) {
    const id = atList(snapshot);
    if (id !== undefined && !lists.includes(id)) lists.push(id);
    const before = promptOf(snapshot);
    const way = (['not-solved', 'yes', 'skip'] as const).find(
      (type) => promptOf(step(snapshot, { type }).snapshot) !== before,
    );
    snapshot = takes(snapshot, { type: way ?? 'dont-know' });
  }
  return lists;
}

const begun = takes(start().snapshot, { type: 'tell', facts: own });
const told = (topic: Topic, at = begun) => takes(at, { type: 'ask', topic });

test("without danger all four lists of a PC of one's own are given", () => {
  expect(given(begun)).toEqual(['P1', 'P2', 'P3', 'P4']);
});

test('after malware was found no list that lowers protection is given', () => {
  expect(given(told('malware'))).toEqual(['P1', 'P3', 'P4']);
});

test('after a scam neither lowered protection nor the telephone is given', () => {
  expect(given(told('scam'))).toEqual(['P1', 'P3']);
});

test('whoever is lowering protection when malware is found is asked to put it back at once', () => {
  const lowering = takes(begun, { type: 'not-solved' });
  expect(atList(lowering)).toBe('P2');
  for (const at of [lowering, takes(lowering, { type: 'steps' }), takes(lowering, { type: 'done' })])
    expect(promptOf(told('malware', at))).toEqual({ kind: 'advice', id: 'putback' });
});

test('whoever is at the telephone list and tells of the number that it shows goes on with it', () => {
  const known: Facts = { ...own, hardware: 'unchanged', key: 'none', protection: 'on' };
  const listed = start({ facts: known, finished: ['P1', 'P2', 'P3'] }).snapshot;
  expect(atList(listed)).toBe('P4');
  const next = told('scam', listed);
  expect(promptOf(next)).toEqual(promptOf(listed));
  expect(next.context.finished).not.toContain('P4');
});

test('elsewhere what was told of malware or a scam leads nowhere', () => {
  expect(promptOf(told('malware'))).toEqual(promptOf(begun));
  expect(promptOf(told('kms'))).toEqual(promptOf(begun));
});

test('a list that was left out is not said to have been tried', () => {
  const { finished, skipped } = told('malware').context;
  expect(finished).toEqual(['P2']);
  expect(skipped).toEqual(['P2']);
});
