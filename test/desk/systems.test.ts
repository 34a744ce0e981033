import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import { RateLimitedError } from '../../src/bot/lib/rates.ts';
import type { MessageRef } from '../../src/bot/ports.ts';
import { answered, surge } from './outside.ts';
import { conversation, type DeskRig, deskRig, fakes, person, ticketOf } from './systems/rig.ts';
import { customer, type HeldTicket, self, suzuki, tanaka } from './systems/server.ts';

const words = wordsIn('ja');
const key = 'k'.repeat(22);

describe.each(fakes)('a desk in %s', (kind, fakeOf) => {
  let rig: DeskRig;
  beforeEach(async () => {
    rig = await deskRig(await fakeOf());
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rig.stop();
  });
  const faults = () => rig.fake.server.faults;
  const later = (milliseconds: number) => {
    const at = Date.now() + milliseconds;
    vi.spyOn(Date, 'now').mockReturnValue(at);
  };
  /** Opens a ticket, and returns it as the system holds it, with its reference. */
  async function opened(): Promise<{ readonly held: HeldTicket; readonly ref: MessageRef }> {
    const sent = await rig.desk.open(key, ticketOf());
    const held = rig.fake.tickets.at(-1);
    if (sent.outcome !== 'done' || held === undefined) throw new Error(JSON.stringify(sent));
    return { held, ref: sent.message };
  }
  const notesOf = ({ comments }: HeldTicket) => comments.map(({ text }) => text.replace(/\n\n\[ninsho\w+\]$/, ''));

  test('has nothing but what every desk has', () => {
    const { id, name, takes, serves, hours, zone, escalatesTo, people, searchable } = rig.desk;
    const fields = { id, name, takes, serves, hours, zone, escalatesTo, people, searchable };
    const methods = Object.values(rig.desk).filter((one) => typeof one === 'function');
    expect(Object.keys(rig.desk)).toHaveLength(Object.keys(fields).length + methods.length);
  });

  test('a ticket says who asked, what is known, the letter, and how to answer the person', async () => {
    const { held, ref } = await opened();
    expect(ref).toBe(held.id);
    expect(held.subject).toContain('佐藤');
    expect(held.subject).toContain('0xC004F074');
    expect(held.body).toContain('sato@example.co.jp');
    expect(held.body).toContain('https://chat.example/sato');
    expect(held.body).toContain('会社のPCを認証できません。\nよろしくお願いします。');
    const mark = words.text('desk:systems.mark');
    const how =
      kind === 'backlog' ? words.text('desk:systems.answer-marked', { mark }) : words.text('desk:systems.answer');
    expect(held.body).toContain(how);
  });

  test('without a webhook the ticket promises no way back, and nothing is listened to', async () => {
    const other = await deskRig(await fakeOf(), { secret: '' });
    await other.desk.open(key, ticketOf());
    expect(other.fake.tickets[0]?.body).not.toContain(words.text('desk:systems.answer'));
    expect(other.fake.tickets[0]?.body).not.toContain(words.text('desk:systems.mark'));
    expect(await other.hook(other.fake.signs('{}'))).toBe(404);
    await other.stop();
  });

  test('a long name and a line break in it do not break the subject', async () => {
    const name = `${'長'.repeat(300)}\n太郎`;
    const sent = await rig.desk.open(key, ticketOf({ contact: { name, mail: '', chat: '', thread: '' } }));
    expect(sent.outcome).toBe('done');
  });

  test('the same key opens one ticket, at once and again, in one process and in another', async () => {
    const [one, other] = await Promise.all([rig.desk.open(key, ticketOf()), rig.desk.open(key, ticketOf())]);
    expect(one).toEqual(other);
    expect(await rig.desk.open(key, ticketOf())).toEqual(one);
    expect(await rig.second().open(key, ticketOf())).toEqual(one);
    expect(rig.fake.tickets).toHaveLength(1);
  });

  test('news that belong to no case are a ticket of its own, one for each key', async () => {
    const sent = await rig.desk.tell(key, surge);
    later(60_000);
    expect(await rig.desk.tell(key, surge)).toEqual(sent);
    expect(await rig.second().tell(key, surge)).toEqual(sent);
    expect(rig.fake.tickets).toHaveLength(1);
    const [held] = rig.fake.tickets;
    expect(sent).toEqual({ outcome: 'done', message: held?.id });
    expect(held?.subject).toContain('0xC004F074');
    expect(held?.body).not.toContain(words.text('desk:systems.answer'));
  });

  test.each(['cut before', 'cut after'] as const)(
    'news whose telling ended by %s are told once in the end',
    async (fault) => {
      faults().write.push(fault);
      await expect(rig.desk.tell(key, surge)).rejects.toThrow();
      later(60_000);
      expect(await rig.desk.tell(key, surge)).toMatchObject({ outcome: 'done' });
      expect(rig.fake.tickets).toHaveLength(1);
    },
  );

  test.each(['cut before', 'cut after', 'page', { status: 500 }, { status: 502 }, { status: 409 }] as const)(
    'a call that ends by %j leaves it unknown, and the look-up of another process says what became of it',
    async (fault) => {
      faults().write.push(fault);
      await expect(rig.desk.open(key, ticketOf())).rejects.toThrow();
      const other = rig.second();
      const since = Date.now();
      later(60_000);
      const found = await other.find(key, ticketOf(), since, null);
      expect(found).toBe(rig.fake.tickets[0]?.id);
      if (found === undefined) expect(await other.open(key, ticketOf())).toMatchObject({ outcome: 'done' });
      expect(rig.fake.tickets).toHaveLength(1);
      // From then on the way back is known as well.
      vi.restoreAllMocks();
      const [held] = rig.fake.tickets;
      if (held === undefined) throw new Error('no ticket');
      expect(await rig.hook(rig.fake.says(held, '直しました', suzuki, true))).toBe(200);
      expect(rig.received[0]?.conversation).toBe(conversation);
    },
  );

  test('a ticket that the index does not show yet is not given up for missing', async () => {
    if (kind !== 'jira' && kind !== 'backlog') return;
    faults().write.push('cut after');
    await expect(rig.desk.open(key, ticketOf())).rejects.toThrow();
    rig.fake.indexed = false;
    await expect(rig.desk.find(key, ticketOf(), 0, null)).rejects.toThrow('may not find');
    rig.fake.indexed = true;
    expect(await rig.desk.find(key, ticketOf(), 0, null)).toBe(rig.fake.tickets[0]?.id);
  });

  test('a look-up finds nothing where nothing was opened, without waiting for long', async () => {
    expect(await rig.desk.find(key, ticketOf(), 0, null)).toBeUndefined();
  });

  test('too many calls are made later, when the system says', async () => {
    faults().write.push({ status: 429, headers: { 'retry-after': '7' } });
    expect(await rig.desk.open(key, ticketOf())).toMatchObject({
      outcome: 'later',
      reason: 'rate limit',
      after: 7_000,
    });
    const reset = Math.ceil(Date.now() / 1_000) + 30;
    faults().write.push({ status: 429, headers: { 'x-ratelimit-reset': String(reset) } });
    const sent = await rig.desk.open(key, ticketOf());
    expect(sent).toMatchObject({ outcome: 'later', reason: 'rate limit' });
    expect(sent.outcome === 'later' && sent.after).toBeGreaterThan(25_000);
    faults().read.push({ status: 429, headers: { 'retry-after': '9' } });
    await expect(rig.desk.find(key, ticketOf(), 0, null)).rejects.toThrow(RateLimitedError);
    expect(rig.fake.tickets).toHaveLength(0);
  });

  test('a system that is down is called again; one that is not there at all too', async () => {
    faults().write.push({ status: 503 });
    expect(await rig.desk.open(key, ticketOf())).toMatchObject({ outcome: 'later', reason: 'outage' });
    await rig.fake.server.stop();
    expect(await rig.desk.open(key, ticketOf())).toMatchObject({ outcome: 'later', reason: 'outage' });
  });

  test('a refusal is for good, and tells the operator what to do without the words of a person or a secret', async () => {
    for (const status of [400, 401, 403, 404, 422, 302]) {
      const body = { errors: { summary: '佐藤 0xC004F074' }, errorMessages: ['佐藤'], location: rig.fake.server.url };
      faults().write.push({ status, body, headers: { location: 'http://127.0.0.1:9/' } });
      const sent = await rig.desk.open(key, ticketOf());
      expect(sent).toMatchObject({ outcome: 'never' });
      const why = sent.outcome === 'never' ? sent.why : '';
      expect(why).toContain(`answered ${status} (summary): `);
      expect(why).not.toMatch(/佐藤|C004F074|127\.0\.0\.1/);
    }
  });

  test('a wrong secret is refused by the system, and is in no log and no error', async () => {
    const wrong = { token: 'wrong-secret-value', password: 'wrong-secret-value', apiKey: 'wrong-secret-value' };
    const given = Object.fromEntries(Object.entries(wrong).filter(([name]) => Object.hasOwn(rig.fake.via(), name)));
    const other = await deskRig(await fakeOf(), given);
    const sent = await other.desk.open(key, ticketOf());
    expect(sent).toMatchObject({ outcome: 'never' });
    const failed = await other.desk.find(key, ticketOf(), 0, null).catch((error: unknown) => error);
    const said = JSON.stringify([sent, String(failed), (failed as Error).stack, other.log]);
    expect(said).not.toContain('wrong-secret-value');
    await other.stop();
  });

  test('what follows is added in order, with the words of the person marked as theirs, and is no answer', async () => {
    const { held, ref } = await opened();
    for (const [n, note] of [
      { kind: 'words', text: 'まだ直りません\n急いでいます' } as const,
      { kind: 'file', text: '', files: [], missing: 0, inForm: false } as const,
      { kind: 'letter', text: '新しい連絡文' } as const,
      { kind: 'solved' } as const,
      answered,
    ].entries())
      expect(await rig.desk.note(`note-${n}`, ref, ticketOf(), note)).toMatchObject({ outcome: 'done' });
    expect(notesOf(held)).toEqual([
      `${words.text('teams:ticket.note.words')}\n\n> まだ直りません\n> 急いでいます`,
      words.text('teams:ticket.note.file'),
      `${words.text('teams:ticket.note.letter')}\n\n> 新しい連絡文`,
      words.text('teams:ticket.note.solved'),
      `${words.text('desk:told.answer', { person: '鈴木' })}\n\n> 再起動してください`,
    ]);
    if (kind !== 'backlog') expect(held.comments.every(({ isPublic }) => !isPublic)).toBe(true);
  });

  test('a note whose call was cut is found again, and another is not taken for it', async () => {
    const { ref } = await opened();
    faults().write.push('cut after');
    const note = { kind: 'words', text: 'まだです' } as const;
    await expect(rig.desk.note('note', ref, ticketOf(), note)).rejects.toThrow();
    expect(await rig.second().find('note', ticketOf(), 0, ref)).toBe(ref);
    expect(await rig.desk.find('another', ticketOf(), 0, ref)).toBeUndefined();
  });

  test('a second letter opens a solved ticket again, where the system lets the bot', async () => {
    const { held, ref } = await opened();
    held.state = 'solved';
    await rig.desk.note('a', ref, ticketOf(), { kind: 'words', text: 'ありがとう' });
    expect(held.state).toBe('solved');
    await rig.desk.note('b', ref, ticketOf(), { kind: 'letter', text: 'また出ました' });
    expect(held.state).toBe(kind === 'jira' ? 'solved' : 'open');
  });

  test('a change of state alone writes nothing, an end and later facts write one comment', async () => {
    const { held, ref } = await opened();
    const show = (over: object) => rig.desk.show(ref, ticketOf(over));
    const taken = { state: 'taken', by: '鈴木', at: 1 } as const;
    expect(await show({ handling: taken })).toMatchObject({ outcome: 'done' });
    expect(held.comments).toHaveLength(0);
    const facts = { origin: 'organization', errorCodes: ['0xC004F074'], edition: 'pro' };
    for (let n = 0; n < 2; n += 1) await show({ handling: taken, facts });
    expect(notesOf(held)).toHaveLength(1);
    const ended = { facts, handling: { state: 'returned', by: '鈴木', at: 2 } };
    faults().write.push('cut after');
    await expect(show(ended)).rejects.toThrow();
    await show(ended);
    await rig.second().show(ref, ticketOf(ended as object));
    expect(notesOf(held)).toHaveLength(2);
    expect(notesOf(held)[1]).toContain('鈴木');
  });

  test('a public answer of staff reaches the person’s conversation with the name of its author', async () => {
    const { held } = await opened();
    expect(await rig.hook(rig.fake.says(held, 'サーバーを直しました。\nもう一度お試しください。', suzuki, true))).toBe(
      200,
    );
    expect(rig.received).toMatchObject([
      {
        conversation,
        input: { type: 'desk', text: 'サーバーを直しました。\nもう一度お試しください。', by: '鈴木' },
        opens: false,
      },
    ]);
    expect(rig.received[0]?.person).toContain('it:');
  });

  test('what staff write among themselves, a customer, and the bot itself are not passed on', async () => {
    const { held } = await opened();
    expect(await rig.hook(rig.fake.says(held, '本人には言わないで', suzuki, false))).toBe(200);
    expect(await rig.hook(rig.fake.says(held, 'ループ', self, true))).toBe(200);
    if (kind === 'jira' || kind === 'zendesk') await rig.hook(rig.fake.says(held, '私は客です', customer, true));
    expect(rig.received).toEqual([]);
  });

  test('who takes and who solves a ticket is told, with their name', async () => {
    const { held } = await opened();
    expect(await rig.hook(rig.fake.takes(held, tanaka))).toBe(200);
    expect(await rig.hook(rig.fake.solves(held, tanaka))).toBe(200);
    expect(rig.received.map(({ input }) => input)).toMatchObject([
      { type: 'staff', act: 'take', by: '田中' },
      { type: 'staff', act: 'solve', by: '田中' },
    ]);
  });

  test('who closes a ticket of nobody solves it, and does not take it', async () => {
    const { held } = await opened();
    for (const call of rig.fake.closes(held, tanaka)) expect(await rig.hook(call)).toBe(200);
    expect(rig.received.map(({ input }) => input)).toMatchObject([{ type: 'staff', act: 'solve', by: '田中' }]);
  });

  test('a report that comes again has the same id, another has another', async () => {
    const { held } = await opened();
    const call = rig.fake.says(held, '直しました', suzuki, true);
    await rig.hook(call);
    await rig.hook(call);
    await rig.hook(rig.fake.says(held, '直しました', suzuki, true));
    const [one, again, another] = rig.received.map(({ id }) => id);
    expect(one).toBe(again);
    expect(another).not.toBe(one);
    expect(one).toMatch(/^it:[\w:.-]+$/);
  });

  test('a report that cannot be stored is asked for again', async () => {
    const { held } = await opened();
    rig.reply = new Error('no database');
    expect(await rig.hook(rig.fake.says(held, '直しました', suzuki, true))).toBe(503);
  });

  test.each([
    ['empty', '  \n ', words.text('teams:reply.empty')],
    ['too long', 'あ'.repeat(2_001), words.text('teams:reply.long', { most: '2,000' })],
    ['a secret', 'キーは VK7JG-NPHTM-C97JM-9MPGT-3V66T です', words.text('teams:reply.secret')],
  ])('an answer that cannot be passed on (%s) is refused, and the ticket says why, once', async (_, text, why) => {
    const { held } = await opened();
    const call = rig.fake.says(held, text, suzuki, true);
    expect(await rig.hook(call)).toBe(200);
    expect(await rig.hook(call)).toBe(200);
    expect(rig.received).toEqual([]);
    expect(notesOf(held).slice(1)).toEqual([words.text('desk:systems.refused', { why })]);
    expect(held.comments.at(-1)?.by).toBe(self);
  });

  test('an answer with what may be a secret is sent when the same is written again, also after a restart', async () => {
    const { held } = await opened();
    const doubtful = () => rig.fake.says(held, 'キーの最後は VK7JG-NPHTM-C97JM です', suzuki, true);
    const first = doubtful();
    // The same report is no second answer.
    for (let n = 0; n < 2; n += 1) expect(await rig.hook(first)).toBe(200);
    expect(rig.received).toEqual([]);
    await rig.restart();
    expect(await rig.hook(doubtful())).toBe(200);
    expect(rig.received).toHaveLength(1);
  });

  test('an answer to a case that is no longer kept is refused with the reason in the ticket', async () => {
    const { held } = await opened();
    rig.reply = 'no conversation';
    expect(await rig.hook(rig.fake.says(held, '直しました', suzuki, true))).toBe(404);
    expect(notesOf(held).at(-1)).toContain(words.text('teams:reply.gone'));
  });

  test('after a person is forgotten their ticket leads nowhere', async () => {
    const { held } = await opened();
    await rig.store.forget(person);
    expect(await rig.hook(rig.fake.says(held, '直しました', suzuki, true))).toBe(404);
    expect(rig.received).toEqual([]);
  });

  test('a request without the agreed signature is refused and changes nothing', async () => {
    const { held } = await opened();
    const call = rig.fake.says(held, '偽の返事', suzuki, true);
    expect(await rig.hook({ ...rig.fake.signs(call.body, false) })).toBe(401);
    expect(await rig.hook({ query: '', headers: {}, body: call.body })).toBe(401);
    // Backlog signs nothing: what its body says does not count.
    if (kind !== 'backlog') expect(await rig.hook({ ...call, body: call.body.replace('偽', '真') })).toBe(401);
    expect(rig.received).toEqual([]);
    expect(rig.fake.server.asked.filter(({ method }) => method !== 'GET')).toHaveLength(1);
  });

  test('who cannot have signed is refused before a body is read, and costs one line of the log an hour', async () => {
    const { headers, query } = rig.fake.signs('{}');
    const forms = Object.keys(headers).map((name) => ({ query, headers: { ...headers, [name]: '' } }));
    for (const head of [{ query: '', headers: {} }, { query: '?token=x', headers: {} }, ...forms])
      expect(await rig.hookWithoutBody(head)).toBe(401);
    for (let n = 0; n < 5; n += 1) expect(await rig.hook(rig.fake.signs('{}', false))).toBe(401);
    const lines = () => rig.log.filter((line) => line.includes('not signed as agreed'));
    expect(lines()).toHaveLength(1);
    later(61 * 60_000);
    expect(await rig.hook({ query: '', headers: {}, body: '' })).toBe(401);
    expect(lines()).toHaveLength(2);
    expect(JSON.parse(lines()[1]?.replace(/^[^{]*/, '') ?? '').refused).toBe(7 + forms.length);
  });

  test('a signed request that comes ten minutes late is refused, where the system signs its time', async () => {
    if (kind !== 'zendesk' && kind !== 'servicenow') return;
    const { held } = await opened();
    const call = rig.fake.says(held, '直しました', suzuki, true);
    later(10 * 60_000);
    expect(await rig.hook(call)).toBe(401);
    expect(rig.received).toEqual([]);
  });

  test('a request that was captured cannot be sent again days later, where the system signs a time', async () => {
    if (kind === 'backlog') return;
    const { held } = await opened();
    const calls = [rig.fake.says(held, '直しました', suzuki, true), rig.fake.solves(held, suzuki)];
    later(25 * 60 * 60_000);
    for (const call of calls) expect(await rig.hook(call)).toBe(401);
    expect(rig.received).toEqual([]);
  });

  test('Jira may repeat a request within a day, and a request without a time is not as documented', async () => {
    if (kind !== 'jira') return;
    const { held } = await opened();
    const call = rig.fake.says(held, '直しました', suzuki, true);
    later(23 * 60 * 60_000);
    expect(await rig.hook(call)).toBe(200);
    const { timestamp: _, ...timeless } = JSON.parse(call.body);
    expect(await rig.hook(rig.fake.signs(JSON.stringify(timeless)))).toBe(400);
    expect(rig.received).toHaveLength(1);
  });

  test('hostile and endless bodies do nothing, though they are signed', async () => {
    await opened();
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    for (const body of ['', '{', 'null', '[]', '"x"', '{"webhookEvent":"comment_created"}', '{"type":3}', deep])
      expect([200, 400]).toContain(await rig.hook(rig.fake.signs(body)));
    const bodies = ['{"webhookEvent":"jira:issue_deleted"}', '{"type":12}', '{"type":"zen:event-type:user.created"}'];
    for (const body of bodies) expect([200, 400]).toContain(await rig.hook(rig.fake.signs(body)));
    expect(await rig.hook(rig.fake.signs('x'.repeat(256 * 1024 + 1)))).toBe(413);
    expect(rig.received).toEqual([]);
  });

  test('a ticket that is not of this desk gets 404', async () => {
    const { held } = await opened();
    const foreign = { ...held, id: kind === 'servicenow' ? 'f'.repeat(32) : '77', comments: [] };
    expect(await rig.hook(rig.fake.says(foreign, '直しました', suzuki, true))).toBe(404);
    expect(rig.received).toEqual([]);
  });

  test('nothing that a person or staff wrote is in the log, whatever goes wrong', async () => {
    const { held, ref } = await opened();
    faults().write.push('cut after', { status: 422, body: { errors: { description: '内緒の言葉' } } });
    const note = { kind: 'words', text: '内緒の言葉' } as const;
    const first = await rig.desk.note('a', ref, ticketOf(), note).catch((error: unknown) => String(error));
    const second = await rig.desk.note('b', ref, ticketOf(), note);
    await rig.hook(rig.fake.says(held, '内緒の言葉', suzuki, true));
    rig.reply = new Error('内緒の言葉');
    await rig.hook(rig.fake.says(held, '内緒の言葉', suzuki, true));
    await rig.hook({ query: '?内緒の言葉', headers: {}, body: '内緒の言葉' });
    const via = Object.values(rig.fake.via()).filter((value) => typeof value === 'string' && value.length > 12);
    const said = JSON.stringify([first, second, rig.log]);
    for (const hidden of ['内緒の言葉', '佐藤', ...via.map(String)]) expect(said).not.toContain(hidden);
  });
});

test('no answer in time leaves it unknown within 9 s, in every system, though the call was taken', async () => {
  const rigs = await Promise.all(fakes.map(async ([, fakeOf]) => deskRig(await fakeOf())));
  for (const [n, { fake }] of rigs.entries()) fake.server.faults.write.push(n % 2 === 0 ? 'hang' : 'drip');
  const before = performance.now();
  const all = await Promise.allSettled(rigs.map(({ desk }) => desk.open(key, ticketOf())));
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  expect(performance.now() - before).toBeLessThan(9_000);
  await Promise.all(rigs.map((rig) => rig.stop()));
}, 12_000);

test.each([
  ['http://jira.example.co.jp', 'https'],
  ['https://user:pass@jira.example.co.jp', 'https'],
  ['https://jira.example.co.jp/?x=1', 'https'],
  ['nowhere', 'https'],
])('the address %s is refused', async (url, why) => {
  const fake = await fakes[0][1]();
  await expect(deskRig(fake, { url })).rejects.toThrow(why);
  await fake.server.stop();
});

test('a short secret and an unknown field are refused, without their value', async () => {
  const fake = await fakes[0][1]();
  const failed = await deskRig(fake, { secret: 'short', colour: 'red' }).catch((error: unknown) => String(error));
  expect(failed).toContain('at least 16 characters');
  expect(failed).not.toMatch(/short|red/);
  await fake.server.stop();
});

test.each([
  ['16 bytes, which other desks refuse, too', `whsec_${Buffer.alloc(16, 1).toString('base64')}`],
  ['no base64', 'whsec_not base64'],
  ['another form', 'servicenow-secret-0123456'],
])('a secret of ServiceNow is one of Standard Webhooks: %s is refused', async (_, given) => {
  const fake = await fakes[1][1]();
  await expect(deskRig(fake, { secret: given })).rejects.toThrow('must be whsec_ and 24 to 64 random bytes in base64');
  await fake.server.stop();
});
