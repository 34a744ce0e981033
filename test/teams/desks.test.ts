import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { teamsConfig } from '../../src/adapters/teams/config.ts';
import type { TeamsDesk } from '../../src/adapters/teams/desks.ts';
import { type TeamsValues, teamsVariables } from '../../src/adapters/teams/variables.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { handOver, ticketAt } from './at-desk.ts';
import { type Chat, local, startChat } from './chat.ts';
import { deskOn } from './desk-on.ts';
import { activity, idOf, type Place, press } from './people.ts';
import { type Service, startService } from './service.ts';

const english = { id: 'lab', name: 'Lab', language: 'en', zone: 'Europe/London' } as const satisfies Partial<TeamsDesk>;

describe('several desks in Teams', () => {
  let service: Service;
  let chat: Chat;
  let asker: Place;
  /** Two group chats. */
  let places: readonly [Place, Place];
  beforeEach(async () => {
    service = await startService();
    const at = (conversation: string, kind: Place['kind']): Place => ({
      service: service.url,
      tenant: 'one',
      conversation,
      kind,
    });
    asker = at('a:asker', 'personal');
    places = [at('19:first@thread.v2', 'groupChat'), at('19:second@thread.v2', 'groupChat')];
    const [first, second] = places.map(({ conversation }) => conversation);
    const desks = [deskOn(service.url, first ?? ''), deskOn(service.url, second ?? '', english)];
    chat = await startChat({ ...local, desks });
    await handOver(chat, service, asker);
  });
  afterEach(async () => {
    await chat.stop();
    await service.stop();
    expect(service.wrong).toEqual([]);
  });

  test('each gets a ticket in its own language, and its people may press what stands on it', async () => {
    const [first, second] = places.map((place) => ticketAt(service, place));
    const [ja, en] = [wordsIn('ja'), wordsIn('en')];
    expect(first?.buttons.map(({ title }) => title)).toContain(ja.text('desk:acts.take'));
    const take = second?.buttons.find(({ title }) => title === en.text('desk:acts.take'));
    const pressed = await chat.deliver(activity(places[1], 'staff', press(second?.id ?? '', take?.data ?? {})));
    expect(pressed.body).toMatchObject({ value: en.text('teams:accepted') });
    await chat.idle(idOf(asker));
    expect(ticketAt(service, places[0]).lines.join('\n')).toContain('担当しています');
    expect(ticketAt(service, places[1]).lines.join('\n')).toContain('Taken by');
  });
});

describe('the desks of the desks file that are in Teams', () => {
  const single = {
    MicrosoftAppId: '44444444-4444-4444-8444-444444444444',
    MicrosoftAppPassword: 'secret',
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: '11111111-1111-4111-8111-111111111111',
    TEAMS_DESK_CONVERSATION: '19:desk@thread.tacv2',
  };
  const own = 'https://smba.trafficmanager.net/teams/';
  const entry = (id: string, via: object) => {
    const { name, takes, serves, language, zone } = deskOn('', '', english);
    return { setup: { id, name, takes, serves, language, zone }, via: { kind: 'teams', ...via } };
  };
  const read = (one: ReturnType<typeof entry>) =>
    teamsConfig(z.object(teamsVariables).parse(single) as TeamsValues, undefined, [one])?.desks;

  test('stand beside that of TEAMS_DESK_CONVERSATION, each with its own properties', () => {
    expect(read(entry('lab', { conversation: '19:lab@thread.v2' }))).toEqual([
      deskOn('', '19:desk@thread.tacv2', { serviceUrl: own }),
      deskOn('', '19:lab@thread.v2', { ...english, serviceUrl: own }),
    ]);
  });

  test.each([
    ['without a conversation', entry('lab', {}), 'DESKS_FILE: lab: '],
    ['with a conversation that is none', entry('lab', { conversation: 'General' }), 'must be the id of a channel'],
    ['with the id of that desk', entry('teams', { conversation: '19:a@thread.v2' }), 'another desk has this id'],
    ['in its conversation', entry('lab', { conversation: '19:desk@thread.tacv2' }), 'the desk teams is there already'],
    [
      'at an address that is not trusted',
      entry('lab', { conversation: '19:a@thread.v2', serviceUrl: 'https://teams.example/' }),
      'DESKS_FILE: lab: serviceUrl must begin with',
    ],
  ])('are refused with a line that names the entry, %s', (_title, one, line) => {
    expect(() => read(one)).toThrow(line);
  });
});
