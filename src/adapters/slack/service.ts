import type { ServiceKind } from '../service.ts';
import { slackId } from './address.ts';
import { slackConfig } from './config.ts';
import { type SlackValues, slackVariables } from './variables.ts';

/** Slack: a channel, and desks in its channels. */
export const slackService: ServiceKind = {
  id: slackId,
  name: 'Slack',
  variables: slackVariables,
  setUp(values: SlackValues, _mode, desks) {
    const config = slackConfig(values, desks);
    if (config === undefined) return undefined;
    return {
      loopback: false,
      create: async (surroundings) => (await import('./index.ts')).slack(config, surroundings),
    };
  },
};
