import { z } from 'zod';
import type { DeskEntry } from '../desk/file.ts';
import type { DeskSetup } from '../desk/kind.ts';
import { colliding, viaOf } from '../desk/via.ts';
import { slackId } from './address.ts';
import { channelId, type SlackValues } from './variables.ts';

/** The configured channel of a workspace or an organisation; without a team, of the only one. */
export interface ChannelName {
  readonly team: string | undefined;
  readonly channel: string;
}

/** A desk in a channel of Slack. */
export interface SlackDesk extends DeskSetup, ChannelName {
  /** The setting that names its channel, for the operator. */
  readonly setting: string;
  /** The ids of the people (U…) and user groups (S…, in an organisation T…/S…) who may answer; none: everybody in the channel. */
  readonly staff: readonly string[];
}

/** Returns the channel that a setting names, as `C…` or `T…/C…`. */
export function channelNamed(name: string): ChannelName {
  const [channel = '', team] = name.split('/').reverse();
  return { team, channel };
}

const via = z.strictObject({
  kind: z.literal(slackId),
  channel: channelId,
  staff: z
    .array(
      z
        .string()
        .regex(
          /^([UWS]|T[A-Z0-9]+\/S)[A-Z0-9]+$/,
          'must be the id of a person (U0123ABCD), or of a user group (S0123ABCD, in an organisation T0123ABCD/S0123ABCD)',
        ),
    )
    .min(1)
    .max(200)
    .optional(),
});

/** Returns the desks in Slack: that of SLACK_DESK_CHANNEL first, then those of the desks file. Throws an Error with a line for each that cannot be used. */
export function slackDesks(values: SlackValues, entries: readonly DeskEntry[]): SlackDesk[] {
  const { SLACK_DESK_CHANNEL: own, SLACK_DESK_LANGUAGE: language } = values;
  const desks = [
    ...(own === undefined
      ? []
      : [{ ...usual, language, ...channelNamed(own), setting: 'SLACK_DESK_CHANNEL', staff: [] }]),
    ...entries.map((entry) => {
      const { channel, staff = [] } = viaOf(entry, via);
      return { ...entry.setup, ...channelNamed(channel), setting: `DESKS_FILE ${entry.setup.id}`, staff };
    }),
  ];
  const wrong = colliding(desks, isSame);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return desks;
}

/** The desk of SLACK_DESK_CHANNEL, as it was before there were others. */
const usual: Omit<DeskSetup, 'language'> = {
  id: slackId,
  name: '',
  takes: ['it-admin'],
  hours: null,
  escalatesTo: '',
  serves: [slackId],
  zone: 'Asia/Tokyo',
};

/** Returns true for two names of one channel; without a team it is of the only workspace. */
const isSame = (one: ChannelName, other: ChannelName): boolean =>
  one.channel === other.channel && (one.team ?? other.team) === (other.team ?? one.team);
