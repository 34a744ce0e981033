import { z } from 'zod';
import { defaultLanguage, writtenLanguages } from '../../bot/languages.ts';

/** The schema of a setting that names a channel. */
export const channelId = z
  .string()
  .regex(
    /^([TE][A-Z0-9]+\/)?[CG][A-Z0-9]+$/,
    'must be the id of a channel (C0123ABCD), or of a workspace or an organisation and a channel (T0123ABCD/C0123ABCD, E0123ABCD/C0123ABCD)',
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
/** The schema of a secret without quotes or spaces, since a secret copied with them produces wrong signatures. */
const unquoted = z.string().regex(/^[^\s"']+$/, 'must be as Slack shows it, without quotes or spaces');
const secret = (schema: z.ZodType<string, string>, what: string) =>
  schema.optional().describe(what).meta({ secret: true });
const rate = (otherwise: number, what: string) =>
  z.coerce.number({ error: 'must be a number' }).min(0).max(10_000).default(otherwise).describe(what);

/** The environment variables of the Slack adapter, each as a schema with its default and its description. */
export const slackVariables = {
  SLACK_BOT_TOKEN: secret(
    z.string().regex(/^xoxb-[\w-]+$/, 'must be a bot token (xoxb-…), without quotes or spaces'),
    'Slack: the bot token (xoxb-…) of the one workspace or organisation; or set up OAuth for many',
  ),
  SLACK_SIGNING_SECRET: secret(
    unquoted,
    'Slack: the signing secret of the app (Basic Information); not needed with Socket Mode',
  ),
  SLACK_APP_TOKEN: secret(
    z.string().regex(/^xapp-[\w-]+$/, 'must be an app-level token (xapp-…), without quotes or spaces'),
    'Slack: an app-level token (xapp-…) with connections:write turns Socket Mode on',
  ),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^\d+\.\d+$/, 'must be as in Basic Information (two numbers with a dot between)')
    .optional()
    .describe('Slack: the client id, to be installed by many workspaces with OAuth'),
  SLACK_CLIENT_SECRET: secret(unquoted, 'Slack: the client secret, for OAuth'),
  SLACK_STATE_SECRET: secret(
    z.string().min(16),
    'Slack: any random text of 16 or more characters that signs the OAuth state',
  ),
  SLACK_ENCRYPTION_KEY: list(
    z.string().regex(/^[\w+/-]{43}=?$/, 'must be 32 bytes as base64 (openssl rand -base64 32), or several with commas'),
  )
    .pipe(z.array(z.string()).min(1, 'must be 32 bytes as base64: openssl rand -base64 32'))
    .optional()
    .describe(
      'Slack: 32 bytes as base64 (openssl rand -base64 32) that encrypt the tokens of workspaces in the database; to change it, put the new one before the old one, with a comma between',
    )
    .meta({ secret: true }),
  SLACK_TEAMS: list(
    z.string().regex(/^[TE][A-Z0-9]+$/, 'must be ids of workspaces (T0123ABCD) or organisations (E0123ABCD)'),
  )
    .default([])
    .describe(
      'Slack: ids of the only workspaces, or of organisations with all of theirs, that may install the bot with OAuth, separated by commas; none: any may',
    ),
  SLACK_SUPPORT_CHANNELS: list(channelId)
    .default([])
    .describe(
      'Slack: channels where every new message is answered, ids separated by commas; elsewhere only mentions are',
    ),
  SLACK_DESK_CHANNEL: channelId
    .optional()
    .describe('Slack: the channel where cases for people are posted; none: people send the message themselves'),
  SLACK_DESK_LANGUAGE: z
    .enum(writtenLanguages.map(({ language }) => language))
    .default(defaultLanguage)
    .describe('Slack: the language of that desk; people are answered in theirs'),
  SLACK_POSTS_PER_SECOND: rate(1, 'Slack: messages a second at most in one channel; 0: no limit of our own'),
  SLACK_EDITS_PER_MINUTE: rate(
    50,
    'Slack: edits of messages a minute at most in one workspace; 0: no limit of our own',
  ),
  SLACK_READS_PER_MINUTE: rate(
    50,
    'Slack: look-ups of messages a minute at most in one workspace, made only after failures; 1 for an app that is distributed outside the Slack Marketplace; 0: no limit of our own',
  ),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://slack.com/api/')
    .describe('Slack: where its Web API is; another one only for tests'),
} as const;

/** The parsed environment variables of the Slack adapter. */
export type SlackValues = { readonly [Name in keyof typeof slackVariables]: z.output<(typeof slackVariables)[Name]> };
