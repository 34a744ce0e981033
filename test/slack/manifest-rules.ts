import { z } from 'zod';

const text = (most: number, least = 1) => z.string().min(least).max(most);
// Slack would take http, too; nobody should.
const address = (most: number) => text(most).regex(/^https:\/\//);
const distinct = (most: number) =>
  z
    .array(text(50))
    .max(most)
    .refine((all) => new Set(all).size === all.length, 'twice');

const parameter = z.strictObject({
  type: z.enum(['string', 'slack#/types/user_id', 'slack#/types/channel_id']),
  title: text(255),
  description: text(255),
});
const parameters = z
  .strictObject({ properties: z.record(text(100), parameter), required: distinct(20) })
  .refine(({ properties, required }) => required.every((name) => name in properties), 'required, but not declared');

/** Slack's rules for a manifest (its schema 2.0.0), as far as ours has such parts; a part of no such name is refused. https://docs.slack.dev/reference/app-manifest */
export const manifestRules = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: text(4_000, 175),
    background_color: z.string().regex(/^#([0-9a-f]{3}){1,2}$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
    // New apps are agents; `assistant_view` is the old way.
    agent_view: z.strictObject({
      agent_description: text(300),
      suggested_prompts: z.array(z.strictObject({ title: text(75), message: text(2_000) })).max(4),
    }),
    shortcuts: z
      .array(
        z.strictObject({
          name: text(24),
          type: z.enum(['message', 'global']),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .min(1)
      .max(5),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(32, 2).regex(/^\/[a-z0-9_-]+$/),
          url: address(3_000).optional(),
          description: text(2_000),
          usage_hint: text(1_000),
          should_escape: z.boolean(),
        }),
      )
      .min(1)
      .max(5),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(address(2_500)).max(1_000).optional(),
    scopes: z.strictObject({ bot: distinct(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: address(3_500).optional(), bot_events: distinct(100) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: address(3_500).optional() }),
    org_deploy_enabled: z.boolean(),
    function_runtime: z.literal('remote').optional(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
  functions: z
    .record(
      text(100),
      z.strictObject({
        title: text(255),
        description: text(255),
        input_parameters: parameters,
        output_parameters: parameters,
      }),
    )
    .optional(),
});

/** What each scope that we may ask for is needed for, as the code says it. Slack's schema does not know the names of scopes. */
export const uses: Readonly<Record<string, string>> = {
  'app_mentions:read': "'app_mention'",
  'assistant:write': 'assistant.threads',
  'channels:history': 'conversations.replies',
  'channels:read': 'conversations.info',
  'chat:write': 'chat.postMessage',
  commands: 'app.command',
  'files:read': 'files.info',
  'files:write': 'files.completeUploadExternal',
  'groups:history': 'conversations.history',
  'groups:read': 'conversations.info',
  'im:history': "'im'",
  'im:read': 'is_im',
  'im:write': 'conversations.open',
  'mpim:history': 'conversations.replies',
  'mpim:read': 'conversations.info',
  'reactions:write': 'reactions.add',
  'usergroups:read': 'usergroups.users.list',
  'users:read': 'users.info',
  'users:read.email': 'users.info',
};

/** The events that we may be told of, each with the scope that Slack wants for it. Slack's schema does not know their names either. */
export const told: Readonly<Record<string, string | undefined>> = {
  app_home_opened: undefined,
  app_mention: 'app_mentions:read',
  app_uninstalled: undefined,
  function_executed: undefined,
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  tokens_revoked: undefined,
};
