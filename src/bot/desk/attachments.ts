import type { Attachment } from '../ports.ts';
import type { SentFile } from '../types.ts';

/** Maximum size of a file that is passed on, in bytes. */
export const mostBytes = 10_000_000;
/** Maximum size of the files of one message together, in bytes. */
export const mostTogether = 20_000_000;

/** The name and the media type of a kind of file, by its content. */
interface Kind {
  readonly name: string;
  readonly ending: string;
  readonly type: string;
}

/** The kinds of files with a beginning of their own (as Latin-1): the format's own specification, in HEIC the brand of ISO/IEC 23008-12. */
const kinds: readonly (Kind & { readonly begins: RegExp })[] = [
  { name: 'image', ending: 'png', type: 'image/png', begins: /^\x89PNG\r\n/ },
  { name: 'image', ending: 'jpg', type: 'image/jpeg', begins: /^\xff\xd8\xff/ },
  { name: 'image', ending: 'gif', type: 'image/gif', begins: /^GIF8[79]a/ },
  { name: 'image', ending: 'webp', type: 'image/webp', begins: /^RIFF[\s\S]{4}WEBP/ },
  { name: 'image', ending: 'heic', type: 'image/heic', begins: /^[\s\S]{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/ },
  { name: 'document', ending: 'pdf', type: 'application/pdf', begins: /^%PDF-/ },
];
const text: Kind = { name: 'text', ending: 'txt', type: 'text/plain' };

/** Returns the kind of a file by its content; undefined for one that is empty or not passed on. Text is what decodes as UTF-8, UTF-16 with its mark, or Shift_JIS, the code page of Japanese Windows, without control characters. */
function kindOf(bytes: Uint8Array): Kind | undefined {
  if (bytes.length === 0) return undefined;
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const known = kinds.find(({ begins }) => begins.test(head));
  if (known !== undefined) return known;
  return textOf(bytes) === undefined ? undefined : text;
}

/** Returns the text of a file, in any of the encodings of `kindOf`; undefined if it is none. */
export function textOf(bytes: Uint8Array): string | undefined {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('latin1');
  const encodings = /^(?:\xff\xfe|\xfe\xff)/.test(mark) ? ['utf-16le', 'utf-16be'] : ['utf-8', 'shift_jis'];
  return encodings.map((encoding) => decoded(bytes, encoding)).find((one) => one !== undefined);
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const read = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return /(?![\t\n\v\f\r])\p{Cc}/u.test(read) ? undefined : read;
  } catch {
    return undefined;
  }
}

/** Returns files as attachments, whose names say their kind and number only, without what is of a kind that is not passed on. */
export function attached(all: readonly Uint8Array<ArrayBuffer>[]): readonly Attachment[] {
  const found = all.flatMap((bytes) => {
    const kind = kindOf(bytes);
    return kind === undefined ? [] : [{ ...kind, bytes }];
  });
  return found.map(({ name, ending, type, bytes }, n) => {
    const number = found.slice(0, n + 1).filter((one) => one.name === name).length;
    return { name: `${name}-${number}.${ending}`, type, bytes };
  });
}

/** Returns the reason why a file is not passed on, as far as its size and type tell at once; undefined: it may be. */
export const barred = ({ kind, size }: SentFile): 'too large' | 'not this type' | undefined => {
  if (kind === 'other') return 'not this type';
  return (size ?? 0) > mostBytes ? 'too large' : undefined;
};
