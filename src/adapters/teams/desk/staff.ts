import type { Reader } from '../../../bot/runtime/index.ts';
import type { TeamsConfig } from '../config.ts';
import type { Activity } from '../receive/activity.ts';
import type { Heard } from '../receive/parse.ts';
import { isStaff } from './place.ts';

/** The dependencies of knowing staff. */
interface Dependencies {
  readonly config: TeamsConfig;
  readonly conversations: Reader;
}

/**
 * Resolves to the name of the author of a message in a support channel where they are staff of a desk that has the case
 * in whose thread they write; to null for anybody else. Only those count whom the desks file names: the members of a
 * channel are those of its whole team. Rejects when the database does.
 */
export async function staffName(
  { config: { desks }, conversations }: Dependencies,
  activity: Activity,
  said: Heard,
): Promise<string | null> {
  const { conversationType } = activity.conversation;
  const named = desks.filter((desk) => desk.staff.length > 0 && isStaff(desk, activity));
  if (named.length === 0 || conversationType !== 'channel' || !said.company.attended) return null;
  const behind = await conversations.desksBehind(said);
  return named.some(({ id }) => behind.includes(id)) ? said.company.shown : null;
}
