import { expect, test } from 'vitest';
import { isFinal, refused } from '../../src/adapters/slack/send/outcome.ts';

test.each(['org_login_required', 'token_revoked', 'invalid_auth', 'account_inactive', 'not_authed'])(
  'the refusal %s of Slack is retried, since an operator can mend it',
  (error) => {
    expect(refused(error)).toMatchObject({ outcome: 'later', after: expect.any(Number), reason: 'refusal' });
    expect(isFinal(error)).toBe(false);
  },
);

test.each(['ratelimited', 'rate_limited'])(
  'the error %s of Slack counts as a rate limit, not as a refusal',
  (error) => {
    expect(refused(error)).toMatchObject({ outcome: 'later', reason: 'rate limit' });
    expect(isFinal(error)).toBe(false);
  },
);

test.each([
  ['not_in_channel', 'Slack answered not_in_channel. Invite the app to the channel.'],
  [
    'token_revoked',
    'Slack answered token_revoked. The bot token is not good any more: install the app again and replace SLACK_BOT_TOKEN.',
  ],
  ['something_new', 'Slack answered something_new'],
])('the reason for the error %s of Slack tells the operator what it means and what to do', (error, why) => {
  expect(refused(error)).toMatchObject({ why });
});

const uncertain = ['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable', 'team_added_to_org'];
test.each(uncertain)('the error %s of Slack is an unknown result, not a refusal', (error) => {
  expect(() => refused(error)).toThrow('not known');
  expect(isFinal(error)).toBe(false);
});

test.each(['channel_not_found', 'not_in_channel', 'is_archived'])('the error %s of Slack is final', (error) => {
  expect(refused(error).outcome).toBe('never');
  expect(isFinal(error)).toBe(true);
});
