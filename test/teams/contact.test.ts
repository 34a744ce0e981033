import { expect, test } from 'vitest';
import { contactsOver } from '../../src/adapters/teams/desk/contact.ts';
import type { ConversationId, PersonId } from '../../src/bot/ports.ts';

/** A service that knows one address. */
const connector = { mailOf: async () => 'tanaka@example.co.jp' } as unknown as Parameters<typeof contactsOver>[0];
const contactIn = (conversation: string, kind: string) =>
  contactsOver(connector)(
    {
      conversation: 'teams:t:c' as ConversationId,
      language: 'ja',
      address: JSON.stringify({
        serviceUrl: 'https://smba.trafficmanager.net/jp/',
        conversation,
        kind,
        tenant: 'one',
        bot: { id: '28:bot', name: 'navi' },
        user: { id: '29:asker', name: '田中' },
      }),
    },
    'teams:one:29:asker' as PersonId,
  );

test.each([
  [
    '19:support@thread.tacv2;messageid=1',
    'channel',
    'https://teams.microsoft.com/l/message/19%3Asupport%40thread.tacv2/1?tenantId=one',
  ],
  ['19:abc@thread.v2', 'groupChat', 'https://teams.microsoft.com/l/chat/19%3Aabc%40thread.v2/0?tenantId=one'],
  ['a:personal', 'personal', ''],
])(
  'a ticket links to where its person asked, unless that is a chat with the bot alone: %s',
  async (conversation, kind, thread) => {
    expect(await contactIn(conversation, kind)).toMatchObject({ name: '田中', mail: 'tanaka@example.co.jp', thread });
  },
);
