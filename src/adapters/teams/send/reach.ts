import type { Destination, Log, Sent } from '../../../bot/ports.ts';
import { type Address, readAddress } from '../address.ts';
import { done, outcomeOf, reasonOf, statusOf } from './attempt.ts';
import type { Connector, Draft } from './connector.ts';
import type { References } from './references.ts';

/** The function that sends a proactive message to a conversation by its stored reference, no matter how long ago its last activity was. */
export type Reach = (to: Destination, key: string, draft: Draft) => Promise<Sent>;

/** Returns the function that sends by stored references. After the bot was blocked or removed it sends nothing until the person's next activity; a personal chat that no longer exists is begun again. It rejects if the outcome is unknown. */
export const reachOf =
  (connector: Connector, references: References, log: Log): Reach =>
  async (to, key, draft) => {
    const reference = readAddress(to.address);
    if (reference === undefined) return { outcome: 'never', why: 'The address cannot be read' };
    const { serviceUrl, bot, kind } = reference;
    const known = await references.follow(to.conversation, reference);
    if (known === undefined) return { outcome: 'never', why: 'The bot is blocked or was removed' };
    const about = { conversation: to.conversation, delivery: key };
    const send = (conversation: string) => connector.send(serviceUrl, conversation, { ...draft, from: bot });

    /** Sends; the bot can begin only a personal chat again, so any other conversation that no longer exists rejects with 404. */
    const deliver = async (conversation: string): Promise<string> => {
      try {
        return await send(conversation);
      } catch (error) {
        if (statusOf(error) !== 404 || kind !== 'personal') throw error;
        const again = await beginAgain(connector, reference);
        await references.move(to.conversation, reference, again);
        log.info({ ...about, code: reasonOf(error) }, 'personal chat begun again');
        return send(again);
      }
    };

    try {
      return done(await deliver(known));
    } catch (error) {
      // With any error code: no 403 is resolved by a retry.
      if (statusOf(error) === 403) {
        await references.retire(to.conversation, reference);
        log.warn({ ...about, code: reasonOf(error) }, 'reference retired until the person is heard from');
      }
      if (statusOf(error) === 404) log.warn({ ...about, code: reasonOf(error) }, 'conversation is gone');
      return outcomeOf(error);
    }
  };

/** Begins the personal chat of a stored reference again; resolves to its id: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
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
