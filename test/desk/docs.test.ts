import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskKinds } from '../../src/adapters/desk/kinds.ts';
import { webhookEvent } from '../../src/adapters/desk/webhook-event.ts';
import { webhookReport } from '../../src/adapters/desk/webhook-inbound.ts';
import { secret } from './outside.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/desks.md'), 'utf8');
const filledIn = (_: string, value: unknown) =>
  value === '$SMTP_URL' ? 'smtps://navi:secret@mail.example.jp' : /^\$\w+_SECRET$/.test(String(value)) ? secret : value;
const examples: readonly Readonly<Record<string, unknown>>[] = [...page.matchAll(/^```json\n(.*?)^```/gms)].map(
  ([, text = '']) => JSON.parse(text, filledIn),
);

test('the desks that are shown as examples of e-mail and webhooks can be used as they stand there', () => {
  const vias = examples
    .flatMap(({ desks = [] }) => desks as readonly { readonly via: { readonly kind: string } }[])
    .filter(({ via }) => ['mail', 'webhook'].includes(via.kind));
  expect(vias.map(({ via }) => via.kind)).toEqual(['mail', 'webhook']);
  for (const { via } of vias) {
    const { kind, ...others } = via;
    expect(() => deskKinds.find((one) => one.kind === kind)?.read(others)).not.toThrow();
  }
});

test('the event and the report that are shown as examples are what the program sends and takes', () => {
  const event = examples.filter(({ type }) => type !== undefined);
  expect(event.map((one) => webhookEvent.parse(one))).toEqual(event);
  const report = examples.filter(({ action }) => action !== undefined);
  expect(report.map((one) => webhookReport.safeParse(one).success)).toEqual([true]);
});
