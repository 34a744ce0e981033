import type { TeamsDesk } from '../../src/adapters/teams/desks.ts';

/** A desk in a conversation, as TEAMS_DESK_CONVERSATION sets it up unless told otherwise. `service`: the root of the service. */
export const deskOn = (service: string, conversation: string, more: Partial<TeamsDesk> = {}): TeamsDesk => ({
  id: 'teams',
  name: '',
  takes: ['it-admin'],
  hours: null,
  escalatesTo: '',
  serves: ['teams'],
  language: 'ja',
  zone: 'Asia/Tokyo',
  serviceUrl: `${service}/one/`,
  conversation,
  staff: [],
  ...more,
});
