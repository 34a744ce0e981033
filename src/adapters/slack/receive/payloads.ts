import { z } from 'zod';

/** The schema of a Slack id, of a person, a channel or a workspace. */
export const id = z.string().regex(/^[A-Z0-9]{2,32}$/);
/** The schema of a message timestamp, which identifies the message in its channel. */
export const ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
const who = z.object({ id });
/** The schema of an acting person with their home workspace: in a shared channel (Slack Connect, Enterprise Grid) it need not be the one where the bot is installed. */
const actor = z.object({ id, team_id: id.nullish() });

const something = z.looseObject({});
const from = { user: something };
/** The schema of all deliveries that Bolt can process, with no more than the fields that Bolt takes for granted: without them Bolt would throw, and Slack would retry the payload. */
export const delivery = z.union([
  z.looseObject({ type: z.literal('event_callback'), event: z.looseObject({ type: z.string() }) }),
  z.looseObject({ ...from, type: z.literal('block_actions'), actions: z.array(something).min(1) }),
  z.looseObject({ ...from, type: z.enum(['view_submission', 'view_closed']), view: something }),
  z.looseObject({ ...from, type: z.enum(['shortcut', 'message_action']) }),
  z.looseObject({ command: z.string() }),
]);

/** The author's workspace, as a message names it in a shared channel; a mention has `team` alone. */
export const authored = { user_team: id.nullish(), team: id.nullish().catch(null) };
const written = {
  subtype: z.string().nullish(),
  bot_id: z.string().nullish(),
  user: id.nullish(),
  ...authored,
  text: z.string().nullish(),
  ts,
  thread_ts: ts.nullish(),
  files: z.array(z.unknown()).nullish(),
};
/** The schema of a message or a mention: https://docs.slack.dev/reference/events/message */
export const messageEvent = z.object({
  type: z.enum(['message', 'app_mention']),
  hidden: z.boolean().nullish(),
  channel: id,
  channel_type: z.string().nullish(),
  ...written,
});
/** A message or a mention. */
export type MessageEvent = z.infer<typeof messageEvent>;

/** The schema of the event that a message was changed, by its author where it says `edited`: https://docs.slack.dev/reference/events/message/message_changed */
export const changedEvent = z.object({
  type: z.literal('message'),
  subtype: z.literal('message_changed'),
  channel: id,
  channel_type: z.string().nullish(),
  ts,
  message: z.object({ ...written, edited: z.object({ ts }) }),
  previous_message: z.object({ text: z.string().nullish() }),
});
/** The event that a message was changed. */
export type ChangedEvent = z.infer<typeof changedEvent>;

/** The schema of the event of a person opening the app: https://docs.slack.dev/reference/events/app_home_opened */
export const homeEvent = z.object({
  type: z.literal('app_home_opened'),
  user: id,
  channel: id.optional(),
  /** `about` is filled by Slack. */
  tab: z.enum(['home', 'messages', 'about']),
});

/** The schema of the removal of the bot, or the revocation of tokens, its own or only people's: https://docs.slack.dev/reference/events/tokens_revoked */
export const goneEvent = z.union([
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).default([]) }) }),
]);

/** The schema of the event that a workflow has come to a step of the bot: https://docs.slack.dev/reference/events/function_executed */
export const stepEvent = z.object({
  type: z.literal('function_executed'),
  function: z.object({ callback_id: z.string() }),
  /** The id of the step in this run of the workflow, by which it is completed. */
  function_execution_id: z.string().regex(/^\w{2,64}$/),
  inputs: z.unknown().optional(),
});
/** The event that a workflow has come to a step of the bot. */
export type StepEvent = z.infer<typeof stepEvent>;
/** The schema of what the workflow gives the step that begins a case, as the manifest declares it. */
export const stepInputs = z.object({
  user_id: id,
  channel_id: id.nullish().catch(null),
  text: z.string().nullish().catch(null),
});

/** The schema of an event's time, in epoch seconds: https://docs.slack.dev/apis/events-api/#event-object; without one, the event counts as the newest. */
export const timeOf = z.number().catch(Number.POSITIVE_INFINITY);

/** A field of a form as it was filled in: a text, the boxes that are ticked, an option, a time in epoch seconds, or files. */
const field = z.object({
  value: z.string().nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_date_time: z.int().nullish(),
  files: z.array(z.unknown()).nullish(),
});
/** What is filled into a form, by block and action. */
const state = z.object({ values: z.record(z.string(), z.record(z.string(), field)) });
/** The schema of a click on a button or a menu: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
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
  /** The message above the button, with its author and its blocks. */
  message: z.object({ user: id.nullish(), blocks: z.array(z.unknown()).max(100).catch([]) }).nullish(),
  /** The view that contains the button. */
  view: z
    .object({
      id: z.string().min(1).max(64).nullish(),
      /** The version of the view, by which an update does not overwrite a later one. */
      hash: z.string().max(100).nullish(),
      private_metadata: z.string().max(3_000).nullish(),
      state: state.catch({ values: {} }),
    })
    .nullish(),
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
/** A click on a button or a menu. */
export type ClickPayload = z.infer<typeof clickPayload>;

/** The schema of a submitted form: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export const formPayload = z.object({
  type: z.literal('view_submission'),
  user: actor,
  view: z.object({
    id: z.string().min(1),
    callback_id: z.string(),
    private_metadata: z.string(),
    state,
  }),
});

/** A submitted form. */
export type FormPayload = z.infer<typeof formPayload>;

/** The schema of what any delivery may say of the installation that it is for (https://docs.slack.dev/apis/events-api/#callback-field), a command as text. */
export const addressed = z.object({
  authorizations: z
    .array(
      z.object({ team_id: id.nullish(), enterprise_id: id.nullish(), is_enterprise_install: z.boolean().nullish() }),
    )
    .nullish()
    .catch(undefined),
  context_team_id: id.nullish().catch(undefined),
  view: z.object({ app_installed_team_id: id.nullish() }).nullish().catch(undefined),
  enterprise: who.nullish().catch(undefined),
  enterprise_id: id.nullish().catch(undefined),
  is_enterprise_install: z.unknown().optional(),
});

/** The schema of a shortcut, on a message or global: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
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
      ...authored,
      bot_id: z.string().nullish(),
      text: z.string().nullish(),
      files: z.array(z.unknown()).nullish(),
    }),
  }),
]);

/** A shortcut, on a message or global. */
export type ShortcutPayload = z.infer<typeof shortcutPayload>;

/** The schema of a slash command: https://docs.slack.dev/interactivity/implementing-slash-commands */
export const commandPayload = z.object({
  user_id: id,
  channel_id: id,
  text: z.string().default(''),
  trigger_id: z.string().min(1),
});
