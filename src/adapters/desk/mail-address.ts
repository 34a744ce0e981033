import { z } from 'zod';

const address = String.raw`([^\s<>@,;:"()[\]\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)`;
/** A mailbox as it stands in a mail: `sato@example.co.jp` or `Sato <sato@example.co.jp>`. What separates mailboxes, or could be one, stands in a name only between quotation marks: https://www.rfc-editor.org/rfc/rfc5322#section-3.4 */
const mailbox = new RegExp(String.raw`^(?:((?:[^<>,;@"]|"(?:[^"\\]|\\.)*")*)<${address}>|${address})$`, 'i');

/** Returns the address of a mailbox, in lower case; undefined if it has none, or several. */
export const addressIn = (text: string): string | undefined => {
  const [, , named, bare] = mailbox.exec(text.trim()) ?? [];
  return (named ?? bare)?.toLowerCase();
};

/** Returns the name of a mailbox; empty if it has none, or only an address. */
export function mailboxName(text: string): string {
  const name = mailbox.exec(text.trim())?.[1] ?? '';
  const bare = name.replace(/["\\\p{C}]/gu, '').trim();
  return bare.includes('@') ? '' : bare.slice(0, 60).toWellFormed();
}

/** The schema of a mailbox: an address, with or without a name before it. */
export const mailboxSchema = z
  .string()
  .max(320)
  .refine((text) => !/\p{Cc}/u.test(text) && addressIn(text) !== undefined, 'must be an e-mail address');

/** The schema of who may answer: an address, or all of a domain: `@example.co.jp`. */
export const staffSchema = z
  .string()
  .trim()
  .toLowerCase()
  .refine(
    (text) => addressIn(text.startsWith('@') ? `any${text}` : text) !== undefined,
    'must be an e-mail address or @domain',
  );

/** Returns true if an address is one of those who may answer. */
export const isListed = (address: string, staff: readonly string[]): boolean =>
  staff.some((one) => (one.startsWith('@') ? address.endsWith(one) : address === one));
