/** What an operator can do about refusals, by the service's own names: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
const byReason: ReadonlyMap<string, string> = new Map([
  ['BotNotInConversationRoster', 'Add the app to the team or chat again.'],
  ['ConversationBlockedByUser', 'Nothing can be done here: the person blocked the bot.'],
  ['BotDisabledByAdmin', 'Allow the app in the Teams admin centre.'],
  ['ForbiddenOperationException', 'Add the app to the team or chat again, for this person too.'],
  ['ConversationNotFound', 'Check the id of the conversation; the bot cannot write in private channels.'],
  ['MessageSizeTooBig', 'Report this: the message was longer than Teams takes.'],
]);
/** The same by the status of the answer. */
const byStatus: ReadonlyMap<number, string> = new Map([
  [401, 'Check MicrosoftAppId, MicrosoftAppPassword (it expires) and MicrosoftAppTenantId.'],
  [403, 'Check that the app is still installed there, and allowed in the Teams admin centre.'],
  [404, 'Check that the conversation still exists, and that the app is installed there.'],
  [413, 'Report this: the message was longer than Teams takes.'],
]);

/** Says what Teams answered, with its reason where it gives one, and for well-known refusals what to do about it. */
export function explain(status: number, reason: string): string {
  const known = byReason.get(reason) ?? byStatus.get(status);
  return `Teams answered ${status}${reason === '' ? '' : ` ${reason}`}${known === undefined ? '' : `. ${known}`}`;
}
