/** The advice to an operator on refusals, by the service's own error codes: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
const byReason: ReadonlyMap<string, string> = new Map([
  ['BotNotInConversationRoster', 'Add the app to the team or chat again.'],
  ['ConversationBlockedByUser', 'Nothing can be done here: the person blocked the bot.'],
  ['BotDisabledByAdmin', 'Allow the app in the Teams admin centre.'],
  ['ForbiddenOperationException', 'Add the app to the team or chat again, for this person too.'],
  ['ConversationNotFound', 'Check the id of the conversation; the bot cannot write in private channels.'],
  ['MessageSizeTooBig', 'Report this: the message was longer than Teams takes.'],
]);
/** The advice by HTTP status, for refusals without a known code. */
const byStatus: ReadonlyMap<number, string> = new Map([
  [401, 'Check MicrosoftAppId, MicrosoftAppPassword (it expires) and MicrosoftAppTenantId.'],
  [403, 'Check that the app is still installed there, and allowed in the Teams admin centre.'],
  [404, 'Check that the conversation still exists, and that the app is installed there.'],
  [413, 'Report this: the message was longer than Teams takes.'],
]);

/** Returns an error message for the operator: the status and error code that Teams answered, and for well-known refusals how to fix them. */
export function explain(status: number, reason: string): string {
  const known = byReason.get(reason) ?? byStatus.get(status);
  return `Teams answered ${status}${reason === '' ? '' : ` ${reason}`}${known === undefined ? '' : `. ${known}`}`;
}
