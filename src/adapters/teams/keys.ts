import { conversationId, isPersonId, ownCaseOf, personId, readConversation, readPerson } from '../../bot/keys.ts';
import type { ConversationId, PersonId } from '../../bot/ports.ts';
import { type Activity, tenantOf } from './receive/activity.ts';

/** The id of the channel, and of its desk. */
export const teamsId = 'teams';

/** Returns the id of a person in a tenant. */
export const personIn = (tenant: string, user: string): PersonId => personId({ home: teamsId, tenant, user });

/** Returns the id of the person who acts in an activity. */
export const personOf = (activity: Activity): PersonId => personIn(tenantOf(activity), activity.from.id);

/** Returns the id of the conversation that an activity belongs to. In a channel, Teams includes the thread in its id; a personal chat is identified by its person, since its own id changes when it is begun again. */
export function conversationOf(activity: Activity): ConversationId {
  const { conversation, from } = activity;
  const place = conversation.conversationType === 'personal' ? from.id : conversation.id;
  return conversationId({ channel: teamsId, tenant: tenantOf(activity), place, person: null });
}

/** Returns the person whose case a conversation is, where it is not that of whoever opened the place: what its buttons carry. */
export const caseOf = (conversation: ConversationId): PersonId | null => readConversation(conversation)?.person ?? null;

/** Returns the id of the conversation that a pressed button belongs to, in the place of its activity. `given`: what the button carries; anything but a person of Teams is the case of whoever opened the place. */
export function pressedIn(activity: Activity, given: unknown): ConversationId {
  const place = conversationOf(activity);
  const isOurs = isPersonId(given) && readPerson(given)?.home === teamsId;
  return isOurs && activity.conversation.conversationType !== 'personal' ? ownCaseOf(place, given) : place;
}
