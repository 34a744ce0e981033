import type { Destination, Log, Sent } from '../../../bot/ports.ts';
import { type Address, readAddress } from '../address.ts';
import { done, outcomeOf, reasonOf, statusOf } from './attempt.ts';
import type { Connector, Draft } from './connector.ts';
import type { References } from './references.ts';

/** Sends to a conversation by its stored reference, however long ago it was heard from. */
export type Reach = (to: Destination, key: string, draft: Draft) => Promise<Sent>;

/** Where the bot was blocked or removed nothing more is sent until the person is heard from; a personal chat that is gone is begun again. */
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

    /** Only a personal chat can be begun by the bot; a group that is gone is gone. */
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
      // Of whatever code: none of them goes away by sending again.
      if (statusOf(error) === 403) {
        await references.retire(to.conversation, reference);
        log.warn({ ...about, code: reasonOf(error) }, 'reference retired until the person is heard from');
      }
      if (statusOf(error) === 404) log.warn({ ...about, code: reasonOf(error) }, 'conversation is gone');
      return outcomeOf(error);
    }
  };

/** Begins the personal chat of a stored reference; gives its id: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
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
