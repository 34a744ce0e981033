import type { ServiceKind } from '../service.ts';
import { teamsConfig } from './config.ts';
import { teamsId } from './keys.ts';
import { type TeamsValues, teamsVariables } from './variables.ts';

/** Microsoft Teams: a channel, and a desk in one of its channels or group chats. */
export const teamsService: ServiceKind = {
  id: teamsId,
  name: 'Teams',
  variables: teamsVariables,
  setUp(values: TeamsValues, mode) {
    const config = teamsConfig(values, mode);
    if (config === undefined) return undefined;
    return {
      loopback: config.identity.kind === 'local',
      create: async (surroundings) => (await import('./index.ts')).teams(config, surroundings),
    };
  },
};
