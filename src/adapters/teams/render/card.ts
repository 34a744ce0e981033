import { linksIn } from '../../../bot/lib/links.ts';
import type { PersonId } from '../../../bot/ports.ts';
import type { StaffAct } from '../../../bot/types.ts';

/** An element or action of an Adaptive Card: https://adaptivecards.io/explorer/ */
export interface Part {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** An Adaptive Card of version 1.5, the newest version that all Teams clients show. */
export interface Card extends Part {
  readonly type: 'AdaptiveCard';
  readonly body: readonly Part[];
}

/** The data that a button of the bot sends back, in addition to the inputs of its card. `whose`: the person whose case it belongs to, where that is not the case of whoever opened the place. */
export type Pressed =
  | { readonly to: string; readonly choice: string; readonly whose?: PersonId }
  | { readonly to: string; readonly form: true; readonly whose?: PersonId }
  | ({ readonly reply: string; readonly seen: number; readonly corrects: boolean } & (
      | { readonly fill: true }
      | { readonly anyway: string }
      | object
    ))
  | { readonly staff: StaffAct; readonly of: string; readonly seen: number }
  | { readonly notice: 'open'; readonly code: string }
  | { readonly notice: 'end'; readonly id: string }
  | { readonly notice: 'post'; readonly zone: string }
  | { readonly say: string };

/** A mention of a person in a card: its text, which stands in one of its paragraphs, and whom it names: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#mention-support-within-adaptive-cards */
export interface Mention {
  readonly type: 'mention';
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

/** Returns the mention of a person by their id in Teams; undefined if they have no name. */
export function mention(id: string, called: string): Mention | undefined {
  const name = called.replace(/[<>&\s]+/g, ' ').trim();
  return name === '' ? undefined : { type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } };
}

/** Returns an Adaptive Card with these elements, in which these people are mentioned. */
export const card = (body: readonly Part[], mentions: readonly Mention[] = []): Card => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body: body.length > 0 ? body : [text('…')],
  ...(mentions.length === 0 ? {} : { msteams: { entities: mentions } }),
});

/** Returns a paragraph, whose Markdown is rendered: use `plain` for text that a person wrote, or `escaped` where it stands within a sentence. */
export const text = (words: string, style: Readonly<Record<string, unknown>> = {}): Part => ({
  type: 'TextBlock',
  text: words,
  wrap: true,
  ...style,
});

/** Web addresses, which are links as they stand, and what begins Markdown: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#format-cards-with-markdown. An underscore within a word begins nothing. */
const marks = /https?:\/\/[\w\-.~:/?#@!$&'(),;=%+]+|[\\`*[\]~<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/giu;

/** Returns text in which people or staff have a say so that its Markdown is shown and not rendered, for a paragraph or a fact: a name must not become a link to elsewhere. */
export const escaped = (words: string): string =>
  words.replace(marks, (found) => (found.length > 1 ? found : `\\${found}`));

/** Maximum number of lines that get an element of their own: each costs some 160 bytes of the 100 KB of a message. */
const mostLines = 200;

/** Returns elements that show a text exactly as it is written (no Markdown), line by line; the lines beyond the maximum are joined into the last. */
export function plain(words: string, look: Readonly<Record<string, unknown>> = {}): readonly Part[] {
  const lines = words.split('\n');
  const shown = [...lines.slice(0, mostLines - 1), lines.slice(mostLines - 1).join(' ')].slice(0, lines.length);
  return shown.map((line, n) => ({
    type: 'RichTextBlock',
    spacing: n === 0 ? 'default' : 'none',
    inlines: [{ type: 'TextRun', text: line === '' ? ' ' : line, ...look }],
  }));
}

/** Maximum number of addresses with a button: what does not fit in the row of a card goes into its overflow menu "…". */
const mostLinks = 12;
const inRow = 5;
const longestTitle = 40;

/** Returns elements that show what staff wrote, set apart: exactly as it is written, and below it a button for each web address, since plain text has no live links, and Markdown would change the words. */
export function written(words: string): readonly Part[] {
  const urls = [...new Set(linksIn(words).flatMap(({ url }) => url ?? []))];
  const openers = urls.slice(0, mostLinks).map((url, n) => ({
    type: 'Action.OpenUrl',
    title: titleOf(url),
    url,
    ...(n < inRow ? {} : { mode: 'secondary' }),
  }));
  return [box(plain(words)), ...row(openers)];
}

/** Returns an address in short, for a button. */
function titleOf(url: string): string {
  const short = url.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  return short.length > longestTitle ? `${short.slice(0, longestTitle - 1)}…` : short;
}

/** Returns a box that sets its elements apart. */
export const box = (items: readonly Part[]): Part => ({ type: 'Container', style: 'emphasis', items });

/** Returns a row of buttons; nothing if there are no buttons. */
export const row = (actions: readonly Part[]): readonly Part[] =>
  actions.length > 0 ? [{ type: 'ActionSet', actions }] : [];

/** Returns a button. Clients without `Action.Execute` use the fallback, `Action.Submit`, which arrives as a message. */
export function button(title: string, data: Pressed, look: Readonly<Record<string, unknown>> = {}): Part {
  const same = { title, data, ...look };
  return { type: 'Action.Execute', verb: 'press', ...same, fallback: { type: 'Action.Submit', ...same } };
}
