import { z } from 'zod';

/** An id of Slack's. */
export const id = z.string().regex(/^[A-Z0-9]{2,32}$/);
/** What names a message in its channel. */
export const ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
const who = z.object({ id });
/** Person who acts, and the workspace where they are at home: in a channel that is shared (Slack Connect, Enterprise Grid) it need not be the one that the bot is installed in. */
const actor = z.object({ id, team_id: id.nullish() });

const something = z.looseObject({});
const from = { user: something };
/** All that Bolt can make something of, each by as much as Bolt takes for granted: a payload without it would make Bolt throw, and Slack repeat it. */
export const delivery = z.union([
  z.looseObject({ type: z.literal('event_callback'), event: z.looseObject({ type: z.string() }) }),
  z.looseObject({ ...from, type: z.literal('block_actions'), actions: z.array(something).min(1) }),
  z.looseObject({ ...from, type: z.enum(['view_submission', 'view_closed']), view: something }),
  z.looseObject({ ...from, type: z.enum(['shortcut', 'message_action']) }),
  z.looseObject({ command: z.string() }),
]);

/** A message, or a mention: https://docs.slack.dev/reference/events/message */
export const messageEvent = z.object({
  type: z.enum(['message', 'app_mention']),
  subtype: z.string().nullish(),
  hidden: z.boolean().nullish(),
  bot_id: z.string().nullish(),
  user: id.nullish(),
  /** The workspace of whoever wrote it, in a shared channel. */
  user_team: id.nullish(),
  channel: id,
  channel_type: z.string().nullish(),
  text: z.string().nullish(),
  ts,
  thread_ts: ts.nullish(),
  files: z.array(z.unknown()).nullish(),
});
/** A message, or a mention. */
export type MessageEvent = z.infer<typeof messageEvent>;

/** Somebody looks at the app: https://docs.slack.dev/reference/events/app_home_opened */
export const homeEvent = z.object({
  type: z.literal('app_home_opened'),
  user: id,
  channel: id.optional(),
  /** `about` is filled by Slack. */
  tab: z.enum(['home', 'messages', 'about']),
});

/** The bot was removed, or tokens were taken back, its own or only people's: https://docs.slack.dev/reference/events/tokens_revoked */
export const goneEvent = z.union([
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).default([]) }) }),
]);

/** When an event happened, epoch seconds: https://docs.slack.dev/apis/events-api/#event-object; where Slack does not say, it is the newest. */
export const timeOf = z.number().catch(Number.POSITIVE_INFINITY);

/** A button or a menu was used: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export const clickPayload = z.object({
  type: z.literal('block_actions'),
  user: actor,
  team: who.nullish(),
  trigger_id: z.string().min(1),
  container: z.object({
    type: z.string(),
    message_ts: ts.optional(),
    channel_id: id.optional(),
    thread_ts: ts.nullish(),
  }),
  /** The message that the button is under, with its author. */
  message: z.object({ user: id.nullish() }).nullish(),
  /** The view that the button is in, with the workspace of the installation that showed it. */
  view: z.object({ app_installed_team_id: id.nullish() }).nullish(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        block_id: z.string(),
        action_ts: z.string(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});
/** A button or a menu was used. */
export type ClickPayload = z.infer<typeof clickPayload>;

/** A form was sent: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export const formPayload = z.object({
  type: z.literal('view_submission'),
  user: actor,
  view: z.object({
    id: z.string().min(1),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))) }),
  }),
});

/** A form was sent. */
export type FormPayload = z.infer<typeof formPayload>;

/** Envelope of an event, with the installation that it is for: https://docs.slack.dev/apis/events-api/#callback-field */
export const eventEnvelope = z.object({
  type: z.literal('event_callback'),
  authorizations: z.array(z.object({ team_id: id.nullish() })).nullish(),
  context_team_id: id.nullish(),
});

/** A shortcut: on a message, or from anywhere: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export const shortcutPayload = z.discriminatedUnion('type', [
  z.object({ type: z.literal('shortcut'), user: who, trigger_id: z.string().min(1) }),
  z.object({
    type: z.literal('message_action'),
    user: who,
    trigger_id: z.string().min(1),
    channel: who,
    message: z.object({
      ts,
      thread_ts: ts.nullish(),
      user: id.nullish(),
      user_team: id.nullish(),
      bot_id: z.string().nullish(),
      text: z.string().nullish(),
      files: z.array(z.unknown()).nullish(),
    }),
  }),
]);

/** A shortcut. */
export type ShortcutPayload = z.infer<typeof shortcutPayload>;

/** A slash command: https://docs.slack.dev/interactivity/implementing-slash-commands */
export const commandPayload = z.object({
  user_id: id,
  channel_id: id,
  text: z.string().default(''),
  trigger_id: z.string().min(1),
});
