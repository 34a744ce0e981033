import type { DeskKind } from './kind.ts';
import { backlogKind } from './systems/backlog.ts';
import { jiraKind } from './systems/jira.ts';
import { serviceNowKind } from './systems/servicenow.ts';
import { zendeskKind } from './systems/zendesk.ts';

/** The registry of the kinds of desks that are in no chat. */
export const deskKinds: readonly DeskKind[] = [jiraKind, serviceNowKind, zendeskKind, backlogKind];
