/** A piece of a page that is safe to put into another one. */
export interface Markup {
  readonly markup: string;
}

/** A value in a page: text is escaped, markup and lists of it are put in as they are. */
type Part = string | number | Markup | readonly Markup[];

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => named[one] ?? '');

function written(part: Part): string {
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

/** Returns markup with its values escaped; a tag of a template. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: strings.map((text, n) => text + (n < parts.length ? written(parts[n] ?? '') : '')).join(''),
});

/** No markup. */
export const nothing: Markup = { markup: '' };
