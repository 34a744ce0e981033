import type { DeskKind } from './kind.ts';
import { mailKind } from './mail.ts';
import { backlogKind } from './systems/backlog.ts';
import { jiraKind } from './systems/jira.ts';
import { serviceNowKind } from './systems/servicenow.ts';
import { zendeskKind } from './systems/zendesk.ts';
import { webhookKind } from './webhook.ts';

/** The registry of the kinds of desks that are in no chat. */
export const deskKinds: readonly DeskKind[] = [
  mailKind,
  webhookKind,
  jiraKind,
  serviceNowKind,
  zendeskKind,
  backlogKind,
];
