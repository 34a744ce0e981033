/** A part of a text: an address of the web, or what stands between such addresses (`url`: undefined). */
export interface Linked {
  readonly text: string;
  readonly url: string | undefined;
  /** Where it begins, in UTF-16 units. */
  readonly start: number;
}

/** The characters of an address: https://www.rfc-editor.org/rfc/rfc3986#section-2. Words of Japanese follow it without a blank, so that it ends before them. */
const address = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]{1,2000}/gi;
/** What ends a sentence or a quotation behind an address, and belongs to none. */
const behind = ".,:;!?'*";
/** Closing brackets belong to an address where it opens them: a (https://…/b_(c)). */
const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** Splits a text into its web addresses and what stands between them; joined, their texts are the text. Linear in its length. */
export function linksIn(text: string): readonly Linked[] {
  const parts: Linked[] = [];
  let done = 0;
  const plain = (to: number) => {
    if (to > done) parts.push({ text: text.slice(done, to), url: undefined, start: done });
  };
  for (const { 0: found, index } of text.matchAll(address)) {
    const url = trimmed(found);
    if (!URL.canParse(url)) continue;
    plain(index);
    parts.push({ text: url, url, start: index });
    done = index + url.length;
  }
  plain(text.length);
  return parts;
}

/** Takes off the marks behind an address. */
function trimmed(found: string): string {
  const surplus = new Map(
    Object.entries(brackets).map(([closing, opening]) => [closing, count(found, closing) - count(found, opening)]),
  );
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1);
    const more = surplus.get(last) ?? 0;
    if (more > 0) surplus.set(last, more - 1);
    else if (!behind.includes(last)) break;
  }
  return found.slice(0, end);
}

const count = (text: string, character: string): number => text.split(character).length - 1;
