import type { SlackDesk } from '../../src/adapters/slack/desks.ts';

/** A desk in a channel, as SLACK_DESK_CHANNEL sets it up unless told otherwise. */
export const deskOn = (channel: string, more: Partial<SlackDesk> = {}): SlackDesk => ({
  id: 'slack',
  name: '',
  takes: ['it-admin'],
  hours: null,
  escalatesTo: '',
  serves: ['slack'],
  language: 'ja',
  zone: 'Asia/Tokyo',
  team: undefined,
  channel,
  setting: 'SLACK_DESK_CHANNEL',
  staff: [],
  ...more,
});
