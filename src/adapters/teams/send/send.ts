import type { Sent } from '../../../bot/ports.ts';
import { readAddress } from '../address.ts';
import type { Card } from '../render/card.ts';
import { attempt, done, outcomeOf, statusOf } from './attempt.ts';
import type { Connector, Draft } from './connector.ts';

/** Returns a card as an activity of its own: Teams returns no id for a text and a card in one. `summary` is the text of the notification. */
export const draftOf = (card: Card, summary: string): Draft => ({
  type: 'message',
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});

/** Sends a draft to the conversation of a recent activity and returns the outcome; rejects if it is unknown. A message that has to wait, or that the bot sends by itself (proactive), goes through `reachOf`. */
export async function send(connector: Connector, address: string, draft: Draft): Promise<Sent> {
  const to = readAddress(address);
  if (to === undefined) return { outcome: 'never', why: 'The address cannot be read' };
  return attempt(() => connector.send(to.serviceUrl, to.conversation, { ...draft, from: to.bot }));
}

/** Replaces a message in the conversation at this address and returns the outcome; undefined if it no longer exists. Rejects if the outcome is unknown. */
export async function replace(
  connector: Connector,
  address: string,
  id: string,
  draft: Draft,
): Promise<Sent | undefined> {
  const to = readAddress(address);
  if (to === undefined) return { outcome: 'never', why: 'The address cannot be read' };
  try {
    await connector.update(to.serviceUrl, to.conversation, id, { ...draft, from: to.bot });
    return done(id);
  } catch (error) {
    return statusOf(error) === 404 ? undefined : outcomeOf(error);
  }
}
