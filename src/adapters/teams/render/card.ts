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
  | { readonly reply: string }
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

/** So many lines of a text have a place of their own: each costs some 160 bytes of the 100 KB of a message. */
const mostLines = 200;

/** Text shown exactly as it is written, line by line; what is beyond the lines that fit flows on in the last. */
export function plain(words: string, look: Readonly<Record<string, unknown>> = {}): readonly Part[] {
  const lines = words.split('\n');
  const shown = [...lines.slice(0, mostLines - 1), lines.slice(mostLines - 1).join(' ')].slice(0, lines.length);
  return shown.map((line, n) => ({
    type: 'RichTextBlock',
    spacing: n === 0 ? 'default' : 'none',
    inlines: [{ type: 'TextRun', text: line === '' ? ' ' : line, ...look }],
  }));
}

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
