import type { Sent } from '../../bot/ports.ts';
import { type Address, readAddress } from './address.ts';
import { attempt, statusOf } from './attempt.ts';
import type { Card } from './card.ts';
import type { Connector, Draft } from './connector.ts';

/** A card as an activity of its own: Teams gives no id back for a text and a card in one. `summary` is what a notification shows. */
export const draftOf = (card: Card, summary: string): Draft => ({
  type: 'message',
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});

/** Sends to the conversation at this address. A personal chat that Teams has forgotten is begun again. */
export function send(connector: Connector, address: string, draft: Draft): Promise<Sent> {
  const to = readAddress(address);
  if (to === undefined) return Promise.resolve({ outcome: 'never', why: 'The address cannot be read' });
  return attempt(async () => {
    try {
      return await connector.send(to.serviceUrl, to.conversation, { ...draft, from: to.bot });
    } catch (error) {
      if (statusOf(error) !== 404 || to.kind !== 'personal') throw error;
      return await connector.send(to.serviceUrl, await beginAgain(connector, to), { ...draft, from: to.bot });
    }
  });
}

async function beginAgain(connector: Connector, { serviceUrl, bot, user, tenant }: Address): Promise<string> {
  const begun = await connector.begin(serviceUrl, {
    isGroup: false,
    bot,
    members: [user],
    tenantId: tenant,
    channelData: { tenant: { id: tenant } },
  } as Parameters<Connector['begin']>[1]);
  return begun.conversation;
}

/** Replaces what was sent to the conversation at this address. What is gone needs no replacing. */
export function replace(connector: Connector, address: string, id: string, draft: Draft): Promise<Sent> {
  const to = readAddress(address);
  if (to === undefined) return Promise.resolve({ outcome: 'never', why: 'The address cannot be read' });
  return attempt(async () => {
    try {
      await connector.update(to.serviceUrl, to.conversation, id, { ...draft, from: to.bot });
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
    return id;
  });
}
