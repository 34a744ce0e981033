import { z } from 'zod';

/** The limits of Block Kit, in characters or elements: Slack's (https://docs.slack.dev/reference/block-kit/blocks), except `field` and `answer`, which are our own. */
export const limits = {
  blocks: 50,
  viewBlocks: 100,
  /** The size of a whole message as JSON: Slack refuses near 13,200 (`msg_blocks_too_long`, undocumented), so a margin is left. */
  message: 10_000,
  text: 4_000,
  header: 150,
  section: 3_000,
  context: 2_000,
  button: 75,
  value: 2_000,
  option: 75,
  options: 5,
  selectable: 100,
  elements: 25,
  id: 255,
  label: 2_000,
  placeholder: 150,
  title: 24,
  metadata: 3_000,
  field: 500,
  answer: 2_000,
} as const;

const filled = (most: number) => z.string().min(1).max(most);
const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: filled(most), emoji: z.boolean() });
const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: filled(most), verbatim: z.literal(true) });
const id = filled(limits.id);

const richTextElement = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  style: z
    .strictObject({ bold: z.literal(true).exactOptional(), code: z.literal(true).exactOptional() })
    .exactOptional(),
});
/** A live link; without a text of its own it shows its address. */
const richTextLink = z.strictObject({ type: z.literal('link'), url: z.url().max(3_000) });
/** A mention of a person. */
const richTextUser = z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[A-Z0-9]{2,32}$/) });
const richTextSection = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(z.discriminatedUnion('type', [richTextElement, richTextUser])).min(1),
});
const richText = z.strictObject({
  type: z.literal('rich_text'),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        richTextSection,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['ordered', 'bullet']),
          elements: z.array(richTextSection).min(1),
        }),
        z.strictObject({
          type: z.literal('rich_text_quote'),
          elements: z.array(z.discriminatedUnion('type', [richTextElement, richTextLink, richTextUser])).min(1),
        }),
        z.strictObject({ type: z.literal('rich_text_preformatted'), elements: z.array(richTextElement).min(1) }),
      ]),
    )
    .min(1),
});
const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(limits.button),
  value: filled(limits.value).exactOptional(),
  url: z.url().max(3_000).exactOptional(),
  style: z.enum(['primary', 'danger']).exactOptional(),
});
const option = z.strictObject({ text: plain(limits.option), value: filled(limits.option) });
const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: id,
  options: z
    .array(z.strictObject({ text: plain(limits.option), value: filled(limits.option) }))
    .min(1)
    .max(limits.options),
});
const select = z.strictObject({
  type: z.literal('static_select'),
  action_id: id,
  placeholder: plain(limits.placeholder),
  options: z
    .array(z.strictObject({ text: plain(limits.option), value: filled(limits.option) }))
    .min(1)
    .max(limits.selectable),
});
const textInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: id,
  multiline: z.literal(true).exactOptional(),
  placeholder: plain(limits.placeholder).exactOptional(),
  initial_value: filled(3_000).exactOptional(),
  max_length: z.int().min(1).max(3_000),
});
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  action_id: id,
  options: z
    .array(z.strictObject({ text: plain(limits.option), value: filled(limits.option) }))
    .min(1)
    .max(10),
});
const choiceInput = z.strictObject({
  type: z.literal('static_select'),
  action_id: id,
  options: z.array(option).min(1).max(limits.selectable),
  initial_option: option,
});
const timeInput = z.strictObject({
  type: z.literal('datetimepicker'),
  action_id: id,
  initial_date_time: z.int().min(0),
});
const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id: id,
  filetypes: z.array(filled(20)).min(1),
  max_files: z.int().min(1).max(10),
});
const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: id,
  elements: z
    .array(z.discriminatedUnion('type', [button, overflow, select]))
    .min(1)
    .max(limits.elements),
});
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plain(limits.header) }),
  z.strictObject({ type: z.literal('section'), text: mrkdwn(limits.section), accessory: button.exactOptional() }),
  z.strictObject({ type: z.literal('context'), elements: z.array(mrkdwn(limits.context)).min(1).max(10) }),
  z.strictObject({ type: z.literal('divider') }),
  z.strictObject({
    type: z.literal('input'),
    block_id: id,
    optional: z.boolean(),
    label: plain(limits.label),
    element: z.discriminatedUnion('type', [textInput, checkboxes, choiceInput, timeInput, fileInput]),
  }),
  richText,
  actions,
]);
/** Returns true if no two blocks, and no two elements of a block, have the same id, which Slack refuses. */
const distinct = (blocks: readonly Block[]): boolean => {
  const ids = blocks.flatMap((one) => ('block_id' in one ? [one.block_id] : []));
  const inside = blocks.every(
    (one) => one.type !== 'actions' || new Set(one.elements.map((e) => e.action_id)).size === one.elements.length,
  );
  return inside && new Set(ids).size === ids.length;
};
const blocks = (most: number) => z.array(block).min(1).max(most).refine(distinct, 'ids must differ');
const title = plain(limits.title);

/** The schema of a message as it is sent. */
export const messageSchema = z
  .strictObject({ text: filled(limits.text), blocks: blocks(limits.blocks) })
  .refine((message) => JSON.stringify(message.blocks).length <= limits.message, 'the message is too long');
/** The schema of a modal with a form. */
export const modalSchema = z.strictObject({
  type: z.literal('modal'),
  callback_id: id,
  private_metadata: z.string().max(limits.metadata),
  title,
  submit: title,
  close: title,
  blocks: blocks(limits.viewBlocks),
});
/** The schema of the home tab. */
export const homeSchema = z.strictObject({ type: z.literal('home'), blocks: blocks(limits.viewBlocks) });

/** A Block Kit block of the kinds that the bot sends. */
export type Block = z.infer<typeof block>;
/** A message as it is sent: its blocks, and the text of the notification. */
export type Message = z.infer<typeof messageSchema>;
/** A modal with a form. */
export type Modal = z.infer<typeof modalSchema>;
/** The home tab. */
export type Home = z.infer<typeof homeSchema>;
/** A Block Kit button. */
export type Button = z.infer<typeof button>;
/** A rich text element. */
export type RichTextElement = z.infer<typeof richTextElement>;
/** A rich text section: one paragraph. */
export type RichTextSection = z.infer<typeof richTextSection>;
