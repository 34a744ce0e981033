import type { TeamsDesk } from '../desks.ts';
import type { Activity } from '../receive/activity.ts';

/** Returns the desk in whose group chat, or in a thread of whose channel, something was done; undefined if it is none's. */
export const deskAt = (desks: readonly TeamsDesk[], { conversation: { id } }: Activity): TeamsDesk | undefined =>
  desks.find(({ conversation }) => id.split(';messageid=')[0] === conversation);

/** Returns true if the person of an activity may answer at a desk: anybody in its conversation, unless it names its staff. */
export const isStaff = ({ staff }: TeamsDesk, { from: { aadObjectId } }: Activity): boolean =>
  staff.length === 0 || staff.includes(aadObjectId.toLowerCase());
