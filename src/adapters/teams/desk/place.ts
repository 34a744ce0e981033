import type { TeamsDesk } from '../desks.ts';
import type { Activity } from '../receive/activity.ts';

/** Returns the channel of a thread; any other conversation is its own. */
export const rootOf = (conversation: string): string => conversation.split(';messageid=')[0] ?? '';

/** Returns the desk in whose group chat, or in a thread of whose channel, something was done; undefined if it is none's. */
export const deskAt = (desks: readonly TeamsDesk[], { conversation: { id } }: Activity): TeamsDesk | undefined =>
  desks.find(({ conversation }) => rootOf(id) === conversation);

/** Returns true if the person of an activity may answer at a desk: anybody in its conversation, unless it names its staff. */
export const isStaff = ({ staff }: TeamsDesk, { from: { aadObjectId } }: Activity): boolean =>
  staff.length === 0 || staff.includes(aadObjectId.toLowerCase());
