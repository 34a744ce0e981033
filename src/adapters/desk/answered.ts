import { personId } from '../../bot/keys.ts';
import { defaultLanguage } from '../../bot/languages.ts';
import { alone, type ConversationId, type Incoming, type MessageRef } from '../../bot/ports.ts';
import type { StaffAct } from '../../bot/types.ts';

/** What staff of a desk outside of the chats did, as its system reports it. */
export interface Reported {
  /** The id of the report in that system, by which a repeat is recognised. */
  readonly id: string;
  readonly conversation: ConversationId;
  /** The ticket on which they did it; null if that is not known. */
  readonly ticket: string | null;
  /** The id or address of the member of staff there. */
  readonly user: string;
  readonly input:
    | { readonly type: 'desk'; readonly text: string; readonly by: string }
    | { readonly type: 'staff'; readonly act: StaffAct; readonly by: string };
}

/** Returns what staff of a desk did as an Incoming of the conversation that its ticket is about. */
export const incomingOf = (desk: string, { id, conversation, ticket, user, input }: Reported): Incoming => ({
  id: `${desk}:${id}`.slice(0, 512),
  conversation,
  person: personId({ home: desk, tenant: null, user: user.slice(0, 200) }),
  // The conversation stores the address of its own person.
  address: '',
  language: defaultLanguage,
  languageChosen: false,
  opens: false,
  addressed: true,
  company: alone,
  on: ticket as MessageRef | null,
  // Such a system shows neither how the case stands nor which answer is corrected.
  input: input.type === 'desk' ? { ...input, corrects: false, seen: null, attached: null } : { ...input, seen: null },
});
