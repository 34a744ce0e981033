import { z } from 'zod';

const channel = z
  .string()
  .regex(
    /^(T[A-Z0-9]+\/)?[CG][A-Z0-9]+$/,
    'must be the id of a channel (C0123ABCD), or of a workspace and a channel (T0123ABCD/C0123ABCD)',
  );
const list = (one: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(one));
const secret = (schema: z.ZodType<string, string>, what: string) =>
  schema.optional().describe(what).meta({ secret: true });

/** The environment variables of the Slack adapter. */
export const slackVariables = {
  SLACK_BOT_TOKEN: secret(
    z.string().startsWith('xoxb-'),
    'Slack: the bot token (xoxb-…) of the one workspace; or set up OAuth for many',
  ),
  SLACK_SIGNING_SECRET: secret(
    z.string().min(1),
    'Slack: the signing secret of the app (Basic Information); not needed with Socket Mode',
  ),
  SLACK_APP_TOKEN: secret(
    z.string().startsWith('xapp-'),
    'Slack: an app-level token (xapp-…) with connections:write turns Socket Mode on',
  ),
  SLACK_CLIENT_ID: z
    .string()
    .min(1)
    .optional()
    .describe('Slack: the client id, to be installed by many workspaces with OAuth'),
  SLACK_CLIENT_SECRET: secret(z.string().min(1), 'Slack: the client secret, for OAuth'),
  SLACK_STATE_SECRET: secret(
    z.string().min(16),
    'Slack: any random text of 16 or more characters that signs the OAuth state',
  ),
  SLACK_ENCRYPTION_KEY: secret(
    z
      .string()
      .refine(
        (text) => Buffer.from(text, 'base64').length === 32,
        'must be 32 bytes as base64: openssl rand -base64 32',
      ),
    'Slack: 32 bytes as base64 (openssl rand -base64 32) that encrypt the tokens of workspaces in the database',
  ),
  SLACK_SUPPORT_CHANNELS: list(channel)
    .default([])
    .describe(
      'Slack: channels where every new message is answered, ids separated by commas; elsewhere only mentions are',
    ),
  SLACK_DESK_CHANNEL: channel
    .optional()
    .describe('Slack: the channel where cases for people are posted; none: people send the message themselves'),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://slack.com/api/')
    .describe('Slack: where its Web API is; another one only for tests'),
} as const;

/** The variables of the Slack adapter, parsed. */
export type SlackValues = { readonly [Name in keyof typeof slackVariables]: z.output<(typeof slackVariables)[Name]> };
