const install = 'The bot token is not good any more: install the app again and replace SLACK_BOT_TOKEN.';

/** The remedies that an operator has for Slack's error codes: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const advice: ReadonlyMap<string, string> = new Map([
  ['not_in_channel', 'Invite the app to the channel.'],
  ['channel_not_found', 'Check the id of the channel, and invite the app where the channel is private.'],
  ['is_archived', 'Unarchive the channel, or choose another.'],
  ['restricted_action', 'Let the app write there: a setting of the workspace or the channel forbids it.'],
  ['restricted_action_read_only_channel', 'Let the app write there: the channel is read only.'],
  ['restricted_action_thread_locked', 'Unlock the thread, or leave it: nobody can write in it.'],
  ['missing_scope', 'Update the app by `npm run slack:manifest` and install it again.'],
  ['no_permission', 'Update the app by `npm run slack:manifest` and install it again.'],
  ['access_denied', 'Ask an administrator of the workspace to allow the app.'],
  ['ekm_access_denied', 'Ask an administrator: the organisation suspended access to its messages.'],
  ['org_login_required', 'Wait until the workspace has moved to its Enterprise organisation.'],
  ['token_revoked', install],
  ['token_expired', install],
  ['invalid_auth', install],
  ['not_authed', install],
  ['account_inactive', install],
]);

/** Describes an error code that Slack answered, with the remedy for well-known ones. */
export function explain(error: string): string {
  const known = advice.get(error);
  return `Slack answered ${error}${known === undefined ? '' : `. ${known}`}`;
}
