import { expect, test } from 'vitest';
import type { Event } from '../../src/flows/context.ts';
import type { Facts } from '../../src/flows/facts.ts';
import { hintsOn } from '../../src/flows/hints.ts';
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
const told = (facts: Facts, at = begun) => takes(at, { type: 'tell', facts });

test('a person with a PC of their own is given all four lists when no danger is known', () => {
  expect(given(begun)).toEqual(['P1', 'P2', 'P3', 'P4']);
});

test('a person who tells of malware is given no list that lowers protection', () => {
  expect(given(told({ malware: 'found' }))).toEqual(['P1', 'P3', 'P4']);
});

test('a person who tells of a scam is given no list that lowers protection or has them telephone', () => {
  for (const scam of ['told', 'installed', 'paid'] as const) expect(given(told({ scam }))).toEqual(['P1', 'P3']);
});

test('a subscription is not led to the VPN, an administrator not to the letter to themselves', () => {
  const at = { origin: 'organization', message: 'none', data: 'none' } as const;
  expect(given(start({ facts: at }).snapshot)).toEqual(['O1', 'O2', 'O3']);
  expect(given(start({ facts: { ...at, license: 'subscription' } }).snapshot)).toEqual(['O1', 'O3']);
  expect(given(start({ facts: { ...at, reader: 'administrator' } }).snapshot)).toEqual(['O1', 'O2']);
  expect(given(start({ facts: { ...at, reader: 'no-it' } }).snapshot)).toEqual(['O1', 'O2']);
});

test('a person who tells of malware while protection is lowered is warned at once, with the reminder, and asked to put it back', () => {
  const lowering = takes(begun, { type: 'not-solved' });
  expect(atList(lowering)).toBe('P2');
  for (const at of [lowering, takes(lowering, { type: 'steps' }), takes(lowering, { type: 'done' })]) {
    const warned = told({ malware: 'found' }, at);
    expect(promptOf(warned)).toEqual({ kind: 'advice', id: 'malware-found' });
    expect(hintsOn('malware-found', warned.context.facts)).toEqual(['protection-off']);
    expect(promptOf(takes(warned, { type: 'done' }))).toEqual({ kind: 'advice', id: 'putback' });
  }
});

test('a person who tells of a scam while a letter is prepared is warned before it', () => {
  const writing = takes(begun, { type: 'human' });
  expect(promptOf(writing)).toEqual({ kind: 'form' });
  expect(promptOf(told({ scam: 'told' }, writing))).toEqual({ kind: 'advice', id: 'scam-told' });
});

test('a question about malware, a scam or KMS leads to no other prompt and bars no list', () => {
  for (const topic of ['malware', 'scam', 'kms'] as const) {
    const asked = takes(begun, { type: 'ask', topic });
    expect(promptOf(asked)).toEqual(promptOf(begun));
    expect(given(asked)).toEqual(['P1', 'P2', 'P3', 'P4']);
  }
});

test('a list that is barred counts neither as given nor as tried', () => {
  expect(told({ malware: 'found' }).context.finished).toEqual([]);
});

test('a person who writes to the bank stays at the letter when they tell more of the PC, unless it is another danger', () => {
  const writing = takes(start({ facts: { scam: 'paid' } }).snapshot, { type: 'human' });
  expect(promptOf(writing)).toEqual({ kind: 'form' });
  expect(promptOf(told({ origin: 'personal' }, writing))).toEqual({ kind: 'form' });
  expect(promptOf(told({ malware: 'found' }, writing))).toEqual({ kind: 'advice', id: 'scam-paid' });
});
