import { commands } from '../../src/bot/view/choices.ts';
import { partsOf } from './check.ts';

type Part = Readonly<Record<string, unknown>>;

/** A button as it was drawn. */
export interface Button {
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A card as a person reads it, and what can be pressed and filled in. */
export interface Shown {
  /** Leads, title, text, steps (`1. …`), the message to copy, notes (`※ …`), one paragraph each. */
  readonly lines: readonly string[];
  readonly fields: readonly { readonly id: string; readonly label: string }[];
  /** The answers, in their order; the commands that are everywhere are left out. */
  readonly answers: readonly Button[];
  /** The answers and the commands that are everywhere. */
  readonly buttons: readonly Button[];
}

/** Reads a sent activity back, independently of what made it. */
export function shownIn(activity: object): Shown {
  const { attachments = [] } = activity as { attachments?: readonly { content?: Part }[] };
  // A picture has no content.
  const body = attachments.flatMap(({ content }) => (content?.['body'] ?? []) as readonly Part[]);
  const rows = body.filter(({ type }) => type === 'ActionSet').map(({ actions }) => actions as readonly Part[]);
  const buttons = rows.flat().filter(({ type }) => type === 'Action.Execute') as unknown as readonly Button[];
  return {
    // Neither what a press opens, nor how.
    lines: body.filter(({ id, isVisible }) => id !== 'how' && isVisible !== false).flatMap(linesOf),
    fields: partsOf(body.filter(({ type }) => type !== 'ActionSet'))
      .filter(({ type }) => type === 'Input.Text')
      .map(({ id, label }) => ({ id: String(id), label: String(label) })),
    answers: buttons.filter((button) => !isCommand(button)),
    buttons,
  };
}

const isCommand = ({ data }: Button) => commands.some((command) => command === data?.['choice']);

function linesOf(part: Part): readonly string[] {
  switch (part['type']) {
    case 'TextBlock':
      return [read(String(part['text']))];
    case 'RichTextBlock':
      return [plainOf(part)];
    case 'ColumnSet': {
      const [number, words] = (part['columns'] as readonly Part[]).map(({ items }) => items as readonly Part[]);
      return [`${number?.flatMap(linesOf)}. ${words?.flatMap(linesOf)}`];
    }
    case 'FactSet':
      return (part['facts'] as readonly Part[]).map(({ title, value }) => `${title}: ${read(String(value))}`);
    case 'Container': {
      const items = part['items'] as readonly Part[];
      return items.some(({ type }) => type === 'RichTextBlock')
        ? [items.map(plainOf).join('\n')]
        : items.flatMap(linesOf).map((line) => `※ ${line}`);
    }
    default:
      return [];
  }
}

/** What is read of a text with escaped Markdown. */
const read = (text: string): string => text.replace(/\\([\\`*_[\]~<])/g, '$1');

const plainOf = ({ inlines }: Part): string =>
  (inlines as readonly Part[])
    .map(({ text }) => String(text))
    .join('')
    // An empty line has a blank, since a run of text must not be empty.
    .replace(/^ $/, '');
