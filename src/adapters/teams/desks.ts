import { z } from 'zod';
import type { DeskEntry } from '../desk/file.ts';
import type { DeskSetup } from '../desk/kind.ts';
import { colliding, viaOf, wrongIn } from '../desk/via.ts';
import { teamsId } from './keys.ts';
import { conversationName, type TeamsValues } from './variables.ts';

/** A configured channel or group chat of Teams. */
export interface TeamsPlace {
  /** The address of the Bot Framework at which the bot speaks first. */
  readonly serviceUrl: string;
  readonly conversation: string;
}

/** A desk in a channel or a group chat of Teams. */
export interface TeamsDesk extends DeskSetup, TeamsPlace {
  /** The Microsoft Entra object ids of the people who may answer, in lower case; none: everybody in the conversation. */
  readonly staff: readonly string[];
}

const via = z.strictObject({
  kind: z.literal(teamsId),
  conversation: conversationName,
  serviceUrl: z.url({ protocol: /^https?$/ }).optional(),
  staff: z
    .array(z.guid('must be the object id of a person in Microsoft Entra').toLowerCase())
    .min(1)
    .max(200)
    .optional(),
});

/** Returns the desks in Teams: that of TEAMS_DESK_CONVERSATION first, then those of the desks file. Throws an Error with a line for each that cannot be used. */
export function teamsDesks(values: TeamsValues, entries: readonly DeskEntry[]): readonly TeamsDesk[] {
  const { TEAMS_DESK_CONVERSATION: own, TEAMS_DESK_LANGUAGE: language, TEAMS_SERVICE_URL: usualUrl } = values;
  const desks = [
    ...(own === undefined ? [] : [{ ...usual, language, conversation: own, serviceUrl: usualUrl, staff: [] }]),
    ...entries.map((entry) => {
      const { conversation, serviceUrl = usualUrl, staff = [] } = viaOf(entry, via);
      return { ...entry.setup, conversation, serviceUrl, staff };
    }),
  ];
  const wrong = colliding(desks, (one, other) => one.conversation === other.conversation);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return desks;
}

/** The desk of TEAMS_DESK_CONVERSATION, as it was before there were others. */
const usual: Omit<DeskSetup, 'language'> = {
  id: teamsId,
  name: '',
  takes: ['it-admin'],
  hours: null,
  escalatesTo: '',
  serves: [teamsId],
  zone: 'Asia/Tokyo',
};

/** Returns a line for each desk whose own address is not on a trusted host: the bot's token is sent there too. */
export const untrusted = (
  desks: readonly TeamsDesk[],
  { TEAMS_SERVICE_HOSTS: hosts, TEAMS_SERVICE_URL: usualUrl }: TeamsValues,
): readonly string[] =>
  desks
    .filter(({ serviceUrl }) => {
      const { protocol, hostname } = new URL(serviceUrl);
      return serviceUrl !== usualUrl && (protocol !== 'https:' || !hosts.includes(hostname));
    })
    .map(({ id }) => wrongIn(id, 'serviceUrl must begin with https:// and a host of TEAMS_SERVICE_HOSTS'));
