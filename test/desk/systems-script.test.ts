import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, test } from 'vitest';
import { conversation, type DeskRig, deskRig, fakes, ticketOf } from './systems/rig.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/desks-systems.md'), 'utf8');
const script = /```js\n(\(function executeRule[\s\S]*?)```/.exec(page)?.[1] ?? '';

let rig: DeskRig;
afterEach(() => rig.stop());

/** What changed in a record, for a business rule. */
interface Change {
  readonly comment?: string;
  readonly state?: string;
  readonly assigned?: string;
  readonly staff?: boolean;
  readonly display?: string;
}

/** Runs the business rule of the documentation with what it uses of ServiceNow, and sends what it sends. */
async function rule(ticket: string, { comment, state, assigned, staff = true, display = 'ninsho-navi' }: Change) {
  const calls: { headers: Record<string, string>; body: string }[] = [];
  const { secret } = rig.fake.via() as { readonly secret: string };
  const properties: Record<string, string> = { 'ninsho_navi.secret': secret, 'ninsho_navi.url': 'https://bot/' };
  const fields: Record<string, string> = { correlation_display: display, sys_mod_count: '3', state: state ?? '2' };
  class Request {
    readonly sent = { headers: {} as Record<string, string>, body: '' };
    setEndpoint() {}
    setHttpMethod() {}
    setRequestHeader(name: string, value: string) {
      this.sent.headers[name] = value;
    }
    setRequestBody(body: string) {
      this.sent.body = body;
    }
    executeAsync() {
      calls.push(this.sent);
    }
  }
  runInNewContext(script, {
    current: {
      getValue: (name: string) => fields[name],
      getUniqueValue: () => ticket,
      comments: {
        changes: () => comment !== undefined,
        getJournalEntry: () => `2026-11-30 10:00:00 - 鈴木 (Additional comments)\n${comment}\n\n`,
      },
      state: { changes: () => state !== undefined },
      assigned_to: { changes: () => assigned !== undefined, getDisplayValue: () => assigned },
    },
    previous: {},
    gs: {
      hasRole: () => staff,
      getProperty: (name: string) => properties[name],
      getUserName: () => 'suzuki',
      getUserDisplayName: () => '鈴木',
    },
    GlideDateTime: class {
      getNumericValue = () => Date.now();
    },
    GlideCertificateEncryption: class {
      generateMac = (key: string, _algorithm: string, data: string) =>
        createHmac('sha256', Buffer.from(key, 'base64')).update(data, 'latin1').digest('base64');
    },
    sn_ws: { RESTMessageV2: Request },
  });
  const statuses: number[] = [];
  for (const { headers, body } of calls) statuses.push(await rig.hook({ query: '', headers, body }));
  return statuses;
}

test('the business rule of the documentation is understood: answers, a solution, a new owner', async () => {
  rig = await deskRig(await fakes[1][1]());
  const sent = await rig.desk.open('k', ticketOf());
  const ticket = sent.outcome === 'done' ? sent.message : '';
  const text = '直しました。\nコマンドは `echo $HOME` です 😀';
  expect(await rule(ticket, { comment: text })).toEqual([200]);
  expect(await rule(ticket, { assigned: '田中' })).toEqual([200]);
  expect(await rule(ticket, { state: '6', assigned: '鈴木' })).toEqual([200]);
  expect(await rule(ticket, { state: '7' })).toEqual([200]);
  expect(rig.received.map(({ input }) => input)).toMatchObject([
    { type: 'desk', text, by: '鈴木' },
    { type: 'staff', act: 'take', by: '田中' },
    { type: 'staff', act: 'solve', by: '鈴木' },
    { type: 'staff', act: 'solve', by: '鈴木' },
  ]);
  expect(new Set(rig.received.map(({ id }) => id)).size).toBe(3);
  expect(rig.received[0]?.conversation).toBe(conversation);
});

test('the business rule sends nothing of other tickets, and nothing of who is no staff', async () => {
  rig = await deskRig(await fakes[1][1]());
  expect(await rule('f'.repeat(32), { comment: 'x', display: '' })).toEqual([]);
  expect(await rule('f'.repeat(32), { comment: 'x', staff: false })).toEqual([]);
});
