import type { ServiceKind } from '../service.ts';
import { slackId } from './address.ts';
import { slackConfig } from './config.ts';
import { type SlackValues, slackVariables } from './variables.ts';

/** Slack: a channel, and a desk in one of its channels. */
export const slackService: ServiceKind = {
  id: slackId,
  name: 'Slack',
  variables: slackVariables,
  setUp(values: SlackValues) {
    const config = slackConfig(values);
    if (config === undefined) return undefined;
    return {
      loopback: false,
      create: async (surroundings) => (await import('./index.ts')).slack(config, surroundings),
    };
  },
};
