import type { ServiceKind } from './service.ts';
import { slackService } from './slack/service.ts';
import { teamsService } from './teams/service.ts';

/** The registry of the services that can be set up. Of their desks, the first that is set up takes the cases of channels without one. */
export const services: readonly ServiceKind[] = [slackService, teamsService];
