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

test('a person with a PC of their own is given all four lists when no danger is known', () => {
  expect(given(begun)).toEqual(['P1', 'P2', 'P3', 'P4']);
});

test('a person who tells of malware is given no list that lowers protection', () => {
  expect(given(told('malware'))).toEqual(['P1', 'P3', 'P4']);
});

test('a person who tells of a scam is given no list that lowers protection or has them telephone', () => {
  expect(given(told('scam'))).toEqual(['P1', 'P3']);
});

test('a person who tells of malware while protection is lowered is asked at once to put it back', () => {
  const lowering = takes(begun, { type: 'not-solved' });
  expect(atList(lowering)).toBe('P2');
  for (const at of [lowering, takes(lowering, { type: 'steps' }), takes(lowering, { type: 'done' })])
    expect(promptOf(told('malware', at))).toEqual({ kind: 'advice', id: 'putback' });
});

test('a person at the telephone list who tells of the number that it shows stays at that list', () => {
  const known: Facts = { ...own, hardware: 'unchanged', key: 'none', protection: 'on' };
  const listed = start({ facts: known, finished: ['P1', 'P2', 'P3'] }).snapshot;
  expect(atList(listed)).toBe('P4');
  const next = told('scam', listed);
  expect(promptOf(next)).toEqual(promptOf(listed));
  expect(next.context.finished).not.toContain('P4');
});

test('a question about malware or KMS at another place leads to no other prompt', () => {
  expect(promptOf(told('malware'))).toEqual(promptOf(begun));
  expect(promptOf(told('kms'))).toEqual(promptOf(begun));
});

test('a list that is left out after malware is marked as skipped, not as tried', () => {
  const { finished, skipped } = told('malware').context;
  expect(finished).toEqual(['P2']);
  expect(skipped).toEqual(['P2']);
});
