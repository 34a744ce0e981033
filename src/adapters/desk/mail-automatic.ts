import { z } from 'zod';
import { mailWords } from './mail-text.ts';

const header = z
  .string()
  .max(2_000)
  .nullish()
  .transform((text) => (text ?? '').trim().toLowerCase());

/** The fields by which a mail shows that a program sent it: headers as they stand in it, each empty if it has none. */
export const automaticFields = {
  autoSubmitted: header,
  precedence: header,
  returnPath: header,
  xAutoreply: header,
  xAutoResponseSuppress: header,
};

/** The headers of a mail that a program may have sent, in lower case, and its subject. */
export type Headers = Readonly<Record<keyof typeof automaticFields | 'subject', string>>;

/** The values of Precedence that mails have which nobody wrote to one reader: https://www.arp242.net/autoreply.html */
const precedences = ['bulk', 'auto_reply', 'auto-reply', 'list', 'junk'];

/** Returns true for a mail that a program sent. The standard is https://www.rfc-editor.org/rfc/rfc3834#section-5; older programs are known by headers of their own (https://www.arp242.net/autoreply.html), reports by an empty sender (https://www.rfc-editor.org/rfc/rfc5321#section-4.5.5). */
export const isAutomatic = (mail: Headers): boolean =>
  !['', 'no'].includes(firstOf(mail.autoSubmitted)) ||
  precedences.includes(firstOf(mail.precedence)) ||
  !['', 'no'].includes(firstOf(mail.xAutoreply)) ||
  /^<\s*>/.test(mail.returnPath) ||
  mail.xAutoResponseSuppress.split(/[\s,;]+/).some((what) => ['all', 'dr', 'autoreply'].includes(what)) ||
  isAutomaticSubject(mail.subject);

/** Returns the value of a header without its parameters. */
const firstOf = (value: string): string => (value.split(/[;\s]/, 1)[0] ?? '').trim();

const automatic = mailWords((words) => words.automatic);
const prefixes = mailWords((words) => words.prefixes);

/** Maximum number of prefixes and tags before a subject: a thread that two programs write can have any number. */
const mostBefore = 50;

/** Returns true for the subject of a mail that a program sent, such as one in somebody’s absence. What stands before it does not count: “Re:”, and tags in brackets; a tag may say so itself. */
export function isAutomaticSubject(subject: string): boolean {
  let rest = subject.slice(0, 2_000).normalize('NFKC').trim().toLowerCase();
  let isReply = false;
  for (let n = 0; n < mostBefore; n += 1) {
    const tag = /^[[【〔(]([^\]】〕)]{0,80})[\]】〕)]\s*/.exec(rest);
    if (tag !== null && beginsAutomatic(tag[1]?.trim() ?? '', /^(?![\p{L}\p{N}])/u)) return true;
    const length = tag?.[0].length ?? prefixLength(rest);
    if (length === 0) break;
    isReply ||= tag === null;
    rest = rest.slice(length);
  }
  // Somebody may answer about such a thing: after “Re:” it stands alone, or before a colon.
  return beginsAutomatic(rest, isReply ? /^\s*(?:$|[:\-–—])/u : /^(?![\p{L}\p{N}])/u);
}

/** Returns true for a text that begins with such a word and goes on as `after` says. */
const beginsAutomatic = (text: string, after: RegExp): boolean =>
  automatic.some((word) => text.startsWith(word) && (word.endsWith(':') || after.test(text.slice(word.length))));

/** Returns the length of “Re:”, “Re[2]:” or “Fwd:” at the beginning of a text; 0 if there is none. */
function prefixLength(text: string): number {
  for (const word of prefixes) {
    const colon = text.startsWith(word) ? /^(?:\[\d{1,3}\])?\s*:\s*/.exec(text.slice(word.length)) : null;
    if (colon !== null) return word.length + colon[0].length;
  }
  return 0;
}
