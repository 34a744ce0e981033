import type { TeamsDesk, TeamsPlace } from '../desks.ts';
import type { Activity } from '../receive/activity.ts';

/** Returns the channel of a thread; any other conversation is its own. */
export const rootOf = (conversation: string): string => conversation.split(';messageid=')[0] ?? '';

/** Returns true if something was done in a configured group chat, or in a thread of a configured channel. */
export const isAt = ({ conversation }: TeamsPlace, activity: Activity): boolean =>
  rootOf(activity.conversation.id) === conversation;

/** Returns the desk in whose group chat, or in a thread of whose channel, something was done; undefined if it is none's. */
export const deskAt = (desks: readonly TeamsDesk[], activity: Activity): TeamsDesk | undefined =>
  desks.find((desk) => isAt(desk, activity));

/** Returns true if the person of an activity may answer at a desk: anybody in its conversation, unless it names its staff. */
export const isStaff = ({ staff }: TeamsDesk, { from: { aadObjectId } }: Activity): boolean =>
  staff.length === 0 || staff.includes(aadObjectId.toLowerCase());
