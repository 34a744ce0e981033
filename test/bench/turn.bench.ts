import { bench, describe } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { openConversation } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import { show } from '../../src/bot/view/index.ts';

const contacts = readContacts(exampleContacts);
const talk = openConversation('ja');

describe('a pure turn: text in, view out', () => {
  for (const text of [
    '会社のPCで0xC004F074が出ます',
    'やっぱり自分で買ったPCでした。家電量販店です',
    'KMSってなに?',
    'asdfghjk',
  ])
    bench(text, () => {
      show(advance(talk, { type: 'text', text }), contacts);
    });
});
