/** An element or action of an Adaptive Card: https://adaptivecards.io/explorer/ */
export interface Part {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** An Adaptive Card of version 1.5, the newest that Teams shows everywhere. */
export interface Card extends Part {
  readonly type: 'AdaptiveCard';
  readonly body: readonly Part[];
}

/** What one of our buttons sends back, beside the inputs of its card. */
export type Pressed =
  | { readonly to: string; readonly choice: string }
  | { readonly to: string; readonly form: true }
  | { readonly say: string };

/** A card with these elements. */
export const card = (body: readonly Part[]): Card => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body: body.length > 0 ? body : [text('…')],
});

/** A paragraph. Words of people never go in here: markdown in it is drawn; see `plain`. */
export const text = (words: string, style: Readonly<Record<string, unknown>> = {}): Part => ({
  type: 'TextBlock',
  text: words,
  wrap: true,
  ...style,
});

/** Text shown exactly as it is written, line by line. */
export const plain = (words: string, look: Readonly<Record<string, unknown>> = {}): readonly Part[] =>
  words.split('\n').map((line, n) => ({
    type: 'RichTextBlock',
    spacing: n === 0 ? 'default' : 'none',
    inlines: [{ type: 'TextRun', text: line === '' ? ' ' : line, ...look }],
  }));

/** A box that sets its elements apart. */
export const box = (items: readonly Part[]): Part => ({ type: 'Container', style: 'emphasis', items });

/** A row of buttons. */
export const row = (actions: readonly Part[]): readonly Part[] =>
  actions.length > 0 ? [{ type: 'ActionSet', actions }] : [];

/** A button. Clients without `Action.Execute` use the fallback, which arrives as a message. */
export function button(title: string, data: Pressed, look: Readonly<Record<string, unknown>> = {}): Part {
  const same = { title, data, ...look };
  return { type: 'Action.Execute', verb: 'press', ...same, fallback: { type: 'Action.Submit', ...same } };
}
