import type { RichTextElement, RichTextSection } from './blocks.ts';

/** The names on the screen in their quotation marks, and error codes. A long quotation is a message to compare, not a name to find. */
const marked = /(「[^「」…]{1,32}」|“[^“”…]{1,40}”|0x[0-9A-Fa-f]{8})/;

/** Returns a rich text section with the names of buttons in bold and error codes as code. The rest shows as it is: rich text has no markup to escape. */
export const section = (text: string): RichTextSection => ({ type: 'rich_text_section', elements: elements(text) });

const elements = (text: string): RichTextElement[] =>
  text
    .split(marked)
    // Every second part is a marked one.
    .map((part, n): RichTextElement => {
      if (n % 2 === 0) return { type: 'text', text: part };
      return { type: 'text', text: part, style: part.startsWith('0x') ? { code: true } : { bold: true } };
    })
    .filter((part) => part.text !== '');
