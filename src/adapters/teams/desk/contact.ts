import { withTimeout } from '../../../bot/lib/async.ts';
import type { Adapter } from '../../../bot/ports.ts';
import { readAddress } from '../address.ts';
import type { Connector } from '../send/connector.ts';

/** Milliseconds to wait for the address of a person, without which a ticket is opened all the same. */
const patience = 2_000;

/** Returns the function that says how people of Teams are reached. Deep links: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams */
export const contactsOver =
  (connector: Connector): Adapter['contactOf'] =>
  async ({ address }) => {
    const to = readAddress(address);
    if (to === undefined) return { name: '', mail: '', chat: '', thread: '' };
    const asked = connector.mailOf(to.serviceUrl, to.conversation, to.user.id);
    const mail = await withTimeout(patience, asked).catch(() => '');
    return {
      name: to.user.name,
      mail,
      chat: mail === '' ? '' : `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(mail)}`,
      thread: threadLink(to),
    };
  };

/** Returns the link to a thread of a channel, or to a group chat (as Microsoft Graph gives it: `webUrl` in https://learn.microsoft.com/graph/api/resources/chat); empty for a personal chat, which is with the bot. */
function threadLink({ conversation, tenant }: { readonly conversation: string; readonly tenant: string }): string {
  const [channel = '', message] = conversation.split(';messageid=');
  const query = `?tenantId=${encodeURIComponent(tenant)}`;
  if (message === undefined && channel.endsWith('@thread.v2'))
    return `https://teams.microsoft.com/l/chat/${encodeURIComponent(channel)}/0${query}`;
  if (message === undefined) return '';
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(channel)}/${encodeURIComponent(message)}${query}`;
}
