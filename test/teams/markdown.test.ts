import { expect, test } from 'vitest';
import { casesShown } from '../../src/adapters/teams/desk/status.ts';
import { summaryOf, ticketCard } from '../../src/adapters/teams/desk/ticket.ts';
import type { ConversationId, MessageRef, PersonId, Ticket } from '../../src/bot/ports.ts';
import { channel } from './at-desk.ts';
import { partsOf } from './check.ts';
import { deskOn } from './desk-on.ts';

const desk = deskOn('https://smba.example', channel);
const ticket: Ticket = {
  from: { conversation: 'slack:T1/C1/1.1' as ConversationId, address: '', language: 'ja' },
  person: 'slack:T1:U1' as PersonId,
  contact: { name: '[田中](https://evil.example)', mail: 'a_b@example.co.jp', chat: '', thread: '' },
  handover: { to: 'it-admin', text: '件名' },
  facts: { origin: 'organization' },
  urgency: 'x](https://evil.example) [y',
  handling: { state: 'new', by: '', at: 0 },
  words: '',
  owner: null,
};
/** What begins or ends a link. */
const brackets = /(?<!\\)[[\]]/g;

test('neither the name nor the urgency of whoever asked becomes a link in the card of a ticket', () => {
  const parts = partsOf(ticketCard(ticket, desk));
  const heading = parts.flatMap(({ type, text }) => (type === 'TextBlock' ? [String(text)] : []))[0];
  const values = parts.flatMap(({ facts = [] }) => facts as readonly { value: string }[]).map(({ value }) => value);
  expect(heading?.replaceAll('\\', '')).toBe(summaryOf(ticket, desk));
  expect([heading, ...values].filter((text) => text?.match(brackets))).toEqual([]);
  expect(values).toContain('a_b@example.co.jp');
});

test('a case in the list has one link, to its ticket, whatever its urgency or the name of its person says', async () => {
  const { conversation } = ticket.from;
  const one = {
    ...ticket,
    conversation,
    address: '',
    language: 'ja' as const,
    handedAt: Date.now(),
    ticket: '123' as MessageRef,
  };
  const { parts } = await casesShown([one], desk, 'tenant', async () => ticket.contact.name);
  const line = parts.flatMap(({ text }) => (String(text).includes('evil') ? [String(text)] : []))[0] ?? '';
  expect(line.match(/[[\]]/g)).toEqual(['[', ']']);
  expect(line).toMatch(/^\[.*\]\(https:\/\/teams\.microsoft\.com\/l\/message\/[^()]*\)$/);
  // As plain text, in which nothing is a link.
  expect(parts.filter(({ type }) => type === 'RichTextBlock').map((part) => JSON.stringify(part))).toContainEqual(
    expect.stringContaining(ticket.contact.name),
  );
});
