import type { Sent } from '../../../bot/ports.ts';
import { readAddress } from '../address.ts';
import type { Card } from '../render/card.ts';
import { attempt, statusOf } from './attempt.ts';
import type { Connector, Draft } from './connector.ts';

/** A card as an activity of its own: Teams gives no id back for a text and a card in one. `summary` is what a notification shows. */
export const draftOf = (card: Card, summary: string): Draft => ({
  type: 'message',
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});

/** Sends to the conversation that an activity has just come from. What has to wait, or begins by itself, goes through `reachOf`. */
export async function send(connector: Connector, address: string, draft: Draft): Promise<Sent> {
  const to = readAddress(address);
  if (to === undefined) return { outcome: 'never', why: 'The address cannot be read' };
  return attempt(() => connector.send(to.serviceUrl, to.conversation, { ...draft, from: to.bot }));
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
