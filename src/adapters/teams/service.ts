import type { ServiceKind } from '../service.ts';
import { teamsConfig } from './config.ts';
import { teamsId } from './keys.ts';
import { type TeamsValues, teamsVariables } from './variables.ts';

/** Microsoft Teams: a channel, and desks in its channels or group chats. */
export const teamsService: ServiceKind = {
  id: teamsId,
  name: 'Teams',
  variables: teamsVariables,
  setUp(values: TeamsValues, mode, desks) {
    const config = teamsConfig(values, mode, desks);
    if (config === undefined) return undefined;
    return {
      loopback: config.identity.kind === 'local',
      create: async (surroundings) => (await import('./index.ts')).teams(config, surroundings),
    };
  },
};
