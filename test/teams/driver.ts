import type { Driver, Hostile, Seen, Stage, Thread, Who } from '../conformance/driver.ts';
import { local, startChat } from './chat.ts';
import { activity, bot, idOf, mentioning, nextId, type Place, pathOf, press, tenants, written } from './people.ts';
import { type Shown, shownIn } from './screen.ts';
import { startService } from './service.ts';

/** Where the bot hears everything, and where Teams tells it of everything, but it hears mentions only. */
const channels = { support: '19:support@thread.tacv2', other: '19:lunch@thread.tacv2' };

/** Teams, as the conformance suite needs it. */
export const driver: Driver = { channel: 'teams', doubles: 1, begin };

async function begin(state: 'up' | 'down'): Promise<Stage> {
  const service = await startService();
  const chat = await startChat({ ...local, support: [{ conversation: channels.support, serviceUrl: service.url }] });
  const places = new Map<string, Place>();
  const cards = new WeakMap<Seen, Shown>();
  let last: object = {};

  const placeOf = ({ id, tenant }: Thread): Place => places.get(`${tenant} ${id}`) as Place;
  const thread = (tenant: Who['tenant'], conversation: string, kind: Place['kind']): Thread => {
    places.set(`${tenant} ${conversation}`, { service: service.url, tenant, conversation, kind });
    return { id: conversation, tenant };
  };
  const deliver = async (what: object) => {
    last = what;
    await chat.deliver(what);
  };
  const post = ({ tenant, person }: Who, where: Thread, more: object) =>
    deliver(activity(placeOf({ ...where, tenant }), person, more));
  if (state === 'down') service.faults.push({ method: 'any', status: 503 }, { method: 'any', status: 502 });

  return {
    async mention(who, text, at) {
      const root = at?.id.split('=')[1] ?? nextId();
      const where = thread(who.tenant, `${channels.support};messageid=${root}`, 'channel');
      await post(who, where, { ...mentioning(text), ...(at === undefined && { id: root }) });
      return where;
    },
    async direct(who, text) {
      const where = thread(who.tenant, `a:${who.person}`, 'personal');
      await post(who, where, written(text));
      return where;
    },
    say: (where, who, text, mentioned) => post(who, where, mentioned ? mentioning(text) : written(text)),
    async chatter(who, text) {
      const root = nextId();
      const where = thread(who.tenant, `${channels.other};messageid=${root}`, 'channel');
      await post(who, where, { ...written(text), id: root });
      return where;
    },
    async click(where, who, message, label) {
      const button = cards.get(message)?.buttons.find(({ title }) => title === label);
      if (button === undefined) throw new Error(`No button ${label}`);
      await post(who, where, press(message.id, button.data));
    },
    async fill(where, who, message, values) {
      const card = cards.get(message);
      const submit = card?.buttons.find(({ data }) => 'form' in data);
      const filled = card?.fields.flatMap(({ id, label }) => (label in values ? [[id, values[label]]] : [])) ?? [];
      await post(who, where, press(message.id, submit?.data ?? {}, Object.fromEntries(filled)));
    },
    upload: (where, who, text) =>
      post(who, where, {
        text,
        attachments: [
          { contentType: 'image/png', contentUrl: `${service.url}/picture.png` },
          { contentType: 'text/html', content: '<p><img></p>' },
        ],
      }),
    async noise(where, kind) {
      const others = {
        own: { ...mentioning('こんにちは'), from: bot },
        'other-bot': { ...mentioning('こんにちは'), from: { id: '28:other', name: 'other', role: 'bot' } },
        edited: { ...mentioning('認証できないです'), type: 'messageUpdate', channelData: { eventType: 'editMessage' } },
        joined: { type: 'conversationUpdate', membersAdded: [{ id: '29:other' }] },
      };
      await post({ tenant: where.tenant, person: 'asker' }, where, others[kind]);
    },
    retry: () => deliver(last),
    hostile: hostileTo(chat.url, service.url),
    fault(kind, times) {
      const faults = { busy: 429, broken: 500, cut: 'cut-after' } as const;
      const fault = {
        method: 'any',
        status: faults[kind],
        ...(kind === 'busy' && { headers: { 'retry-after': '0' } }),
      } as const;
      service.faults.push(...Array.from({ length: times }, () => fault));
    },
    up: async () => {},
    async seen(where) {
      const place = placeOf(where);
      await chat.idle(idOf(place));
      return service.held(pathOf(place)).map(({ id, versions }) => {
        const card = shownIn(versions.at(-1) ?? {});
        const seen: Seen = {
          id,
          lines: card.lines,
          buttons: card.buttons.map(({ title }) => title),
          fields: card.fields.map(({ label }) => label),
        };
        cards.set(seen, card);
        return seen;
      });
    },
    async stop() {
      await chat.stop();
      await service.stop();
      if (service.wrong.length > 0) throw new Error(`Cards that Teams would not draw: ${service.wrong.join('; ')}`);
    },
  };
}

function hostileTo(url: string, service: string): readonly Hostile[] {
  const place: Place = { service, tenant: 'one', conversation: 'a:hostile', kind: 'personal' };
  const good = () => activity(place, 'mallory', written('こんにちは'));
  const json = { 'content-type': 'application/json' };
  const send = (
    title: string,
    expected: number,
    body: string | object,
    headers: Record<string, string> = json,
  ): Hostile => ({
    title,
    expected,
    send: async () =>
      (await fetch(url, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) }))
        .status,
  });
  return [
    send('no JSON', 400, '{'),
    send('a list', 400, '[]'),
    send('no activity', 400, '{}'),
    send('plain text, as a page of another site can send it', 415, good(), { 'content-type': 'text/plain' }),
    send('more than a message can hold', 413, { ...good(), text: 'あ'.repeat(200_000) }),
    send('no service', 400, { ...good(), serviceUrl: undefined }),
    send('a service elsewhere', 403, { ...good(), serviceUrl: 'https://teams.example/' }),
    send('another channel', 400, { ...good(), channelId: 'webchat' }),
    send('no conversation', 400, { ...good(), conversation: {} }),
    send('a control character in an id', 400, { ...good(), id: 'a\u0000b' }),
    send('through a tunnel, when local', 401, good(), { ...json, 'x-forwarded-for': '203.0.113.5' }),
    send('an unknown kind', 200, { ...good(), type: 'handoff' }),
    send('an unknown invoke', 200, { ...good(), type: 'invoke', name: 'task/fetch', value: {} }),
    send('feedback', 200, {
      ...good(),
      type: 'invoke',
      name: 'message/submitAction',
      value: { actionName: 'feedback' },
    }),
    send('another tenant reading along', 200, {
      ...good(),
      conversation: { id: 'a:x', tenantId: tenants.two },
      type: 'event',
    }),
  ];
}
