import { describe, expect, test } from 'vitest';
import { agenda } from '../../src/flows/agenda.ts';
import type { Event } from '../../src/flows/context.ts';
import type { Facts } from '../../src/flows/facts.ts';
import { listIds } from '../../src/flows/lists.ts';
import { promptOf, type Snapshot, start, step } from '../../src/flows/session.ts';
import { type SituationId, situation, situationIds, situationsIn } from '../../src/flows/situations.ts';

const begin = (facts: Facts) => start({ facts }).snapshot;
const takes = (snapshot: Snapshot, ...events: readonly Event[]) =>
  events.reduce((before, event) => step(before, event).snapshot, snapshot);
const left = (facts: Facts) => agenda({ facts, finished: [], item: undefined });
const advice = (id: SituationId) => ({ kind: 'advice', id }) as const;
const cases = situationIds.flatMap((id) => situation(id).evidence.map((facts) => [id, facts] as const));

test.each(cases)('the situation %s is shown by its evidence and comes up', (id, facts) => {
  expect(situationsIn(facts)).toContain(id);
  expect(left(facts)).toContain(id);
});

/** All that comes first is known or finished. */
const known = (facts: Facts): Facts => ({
  origin: 'organization',
  message: 'none',
  data: 'none',
  key: 'none',
  ...facts,
});
const passed = (id: SituationId) => listIds.filter((list) => situation(id).first.some((one) => one === list));

test.each(cases)('the situation %s comes before all but what comes first, and is given once', (id, facts) => {
  expect(agenda({ facts: known(facts), finished: passed(id), item: undefined })[0]).toBe(id);
  const first: readonly string[] = situation(id).first;
  const plan = left(known(facts));
  expect(plan.slice(0, plan.indexOf(id)).filter((item) => !first.includes(item))).toEqual([]);
  if (situation(id).end === 'goes-on')
    expect(agenda({ facts: known(facts), finished: [id], item: undefined })).not.toContain(id);
});

test.each(cases)('the situation %s can be taken back, and nothing but its evidence is forgotten', (id, facts) => {
  const at = start({ facts: known(facts), finished: passed(id) }).snapshot;
  expect(promptOf(at)).toEqual(advice(id));
  const { facts: after } = takes(at, { type: 'wrong' }).context;
  expect(situationsIn(after)).not.toContain(id);
  expect(after.key).toBe('none');
  expect(after.origin).toBe(known(facts).origin);
});

describe('where several situations stand', () => {
  const all: Facts = { scam: 'told', malware: 'found', subject: 'office', protection: 'off', origin: 'personal' };

  test('data in danger comes first, then a scam, malware, protection to put back, and the rest', () => {
    expect(left({ ...all, drive: 'failing' })).toEqual(['drive']);
    expect(left(all).slice(0, 4)).toEqual(['scam-told', 'malware-found', 'putback', 'office']);
  });

  test('the gravest that was told of a scam is named, and a milder word takes nothing back', () => {
    const paid = takes(begin({ scam: 'told' }), { type: 'done' }, { type: 'tell', facts: { scam: 'paid' } });
    expect(promptOf(paid)).toEqual(advice('scam-paid'));
    expect(takes(paid, { type: 'tell', facts: { scam: 'told' } }).context.facts.scam).toBe('paid');
  });
});

describe('a case about something else', () => {
  const office = begin({ subject: 'office' });

  test('ends kindly, and is answered by the same advice when it is opened again', () => {
    const ended = takes(office, { type: 'done' });
    expect(promptOf(ended)).toEqual({ kind: 'closed', outcome: 'cancelled' });
    expect(promptOf(takes(ended, { type: 'continue' }))).toEqual(advice('office'));
  });

  test('goes on as one of Windows when that is said, or when a message of Windows is told', () => {
    expect(promptOf(takes(office, { type: 'no' }))).toEqual({ kind: 'question', id: 'origin' });
    expect(promptOf(takes(office, { type: 'tell', facts: { message: 'watermark' } }))).toEqual({
      kind: 'question',
      id: 'origin',
    });
  });

  test('stays what it is when a message is told that another Windows has as well', () => {
    for (const subject of ['windows-10', 'esu', 'server'] as const) {
      const told = takes(begin({ subject }), { type: 'tell', facts: { message: 'watermark' } });
      expect(promptOf(told)).toEqual(advice(subject));
    }
  });
});

test('a Windows that is activated ends the case, unless a scam, malware or another subject is told with it', () => {
  const told = (facts: Facts) =>
    promptOf(takes(begin({}), { type: 'tell', facts: { message: 'activated', ...facts } }));
  expect(told({})).toEqual({ kind: 'closed', outcome: 'resolved' });
  expect(told({ subject: 'office' })).toEqual(advice('office'));
  expect(told({ scam: 'told' })).toEqual(advice('scam-told'));
  expect(told({ malware: 'found' })).toEqual(advice('malware-found'));
});

test('a digital licence on a PC of one’s own ends as resolved, or goes on if a message is still there', () => {
  const licensed = begin({ origin: 'personal', message: 'digital-license', data: 'none' });
  expect(promptOf(takes(licensed, { type: 'done' }))).toEqual({ kind: 'closed', outcome: 'resolved' });
  expect(promptOf(takes(licensed, { type: 'no' }))).toEqual({ kind: 'list', id: 'P1' });
});

test('a person without a licence is led to buying one and to no other list', () => {
  expect(left({ origin: 'personal', license: 'none' })).toEqual(['no-license', 'U2']);
  expect(left({ origin: 'used', license: 'none' })).toEqual(['no-license', 'U2']);
});

test.each(situationIds.filter((id) => situation(id).urgent))(
  'whoever does not know how to follow the urgent advice %s is led to a person, not to the next question',
  (id) => {
    const [facts = {}] = situation(id).evidence;
    const before = begin(known(facts));
    expect(promptOf(before)).toEqual(advice(id));
    for (const type of ['dont-know', 'stuck'] as const) {
      const { snapshot, says } = step(before, { type });
      expect(['form', 'recipient']).toContain(promptOf(snapshot).kind);
      expect(says).toContainEqual({ say: 'somebody-else' });
    }
    expect(['form', 'recipient']).not.toContain(promptOf(takes(before, { type: 'done' })).kind);
  },
);
