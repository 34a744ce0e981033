import { plain } from './fold.ts';

/** A kind of secret that a person may paste by mistake. */
export type Secret = 'product-key' | 'installation-id' | 'confirmation-id';

/** What stands where a secret was. */
const removed = '•••';
/** The characters that product keys are made of; no English word has five of them in a row. */
const k = '[BCDFGHJKMNPQRTVWXY2346789]';
const dash = '[ \\t\\n]{0,2}[-‐‑‒–—―−ー~〜_./\\\\|:;+=・•·*,、][ \\t\\n]{0,2}';
const hyphen = '[ \\t\\n]{0,2}[-‐‑‒–—―−ー_][ \\t\\n]{0,2}';
const gap = '[^A-Za-z0-9]{1,4}';
const group = '[A-Z0-9]{5}';

const keys: readonly RegExp[] = [
  // Groups in the letters of a key, however joined, and whatever is left of a torn group on either side.
  new RegExp(`(?:${k}{1,4}${dash})?${k}{5}(?:${gap}${k}{5})+(?:${dash}${k}{1,4}(?![A-Z0-9]))?`, 'gi'),
  new RegExp(`${k}{5}${dash}${k}{3,4}(?![A-Z0-9])|(?<![A-Z0-9])${k}{3,4}${dash}${k}{5}`, 'gi'),
  new RegExp(`${k}{10,}`, 'gi'),
  // Five groups of five, mistyped; two or more of them joined by dashes; one long word; single letters in a row.
  new RegExp(`${group}(?:${gap}${group}){4,}`, 'gi'),
  new RegExp(`(?<![A-Z0-9])${group}(?:${hyphen}${group})+(?:${hyphen}[A-Z0-9]{1,4})?(?![A-Z0-9])`, 'gi'),
  /[A-Z0-9]{20,}/gi,
  /(?<![A-Z0-9])[A-Z0-9](?:[^A-Za-z0-9]{1,3}[A-Z0-9]){14,}(?![A-Z0-9])/gi,
];

const label = '(?:[^A-Za-z0-9]{0,3}[A-I1-9])?[^A-Za-z0-9]{1,4}';
const ids: readonly RegExp[] = [
  new RegExp(`\\d{24,}|(?<!\\d)\\d{6,9}(?:${label}\\d{6,9}){2,}(?!\\d)`, 'gi'),
  /\d(?:[^A-Za-z0-9]{0,2}\d){35,}/g,
];
const nearId = new RegExp(`\\d{12,}|\\d{6,9}(?:${label}\\d{6,9})+`, 'gi');
const namesId = /確認\s*id|インストール\s*id|(?:confirmation|installation)\s*id/i;

/** What every secret has: five letters or digits in a row, or many near each other. */
const suspicious = /[A-Z0-9]{5}|[A-Z0-9](?:[^A-Z0-9]{0,3}[A-Z0-9]){14}/i;

/** Takes product keys, installation ids and confirmation ids out of a text, whole or in part, rather one too many. */
export function redact(text: string): { readonly text: string; readonly secrets: readonly Secret[] } {
  const secrets = new Set<Secret>();
  let left = plain(text);
  if (!suspicious.test(left)) return { text: left, secrets: [] };
  for (const pattern of namesId.test(left) ? [...ids, nearId] : ids) {
    left = left.replace(pattern, (run) => {
      if (isCodesOrDates(run)) return run;
      secrets.add(isConfirmation(run) ? 'confirmation-id' : 'installation-id');
      return removed;
    });
  }
  for (const pattern of keys) {
    left = left.replace(pattern, (run) => {
      if (!looksLikeKey(run)) return run;
      secrets.add('product-key');
      return removed;
    });
  }
  return { text: left, secrets: [...secrets] };
}

const looksLikeKey = (run: string): boolean =>
  new Set(run.toUpperCase().match(/[A-Z0-9]/g)).size >= 4 &&
  /[A-Z]/i.test(run) &&
  (/\d/.test(run) || run === run.toUpperCase() || /^[^aeiou]*$/i.test(run));

const isCodesOrDates = (run: string): boolean =>
  (run.match(/\d+/g) ?? []).every(
    (digits) => digits.length === 8 && /^(?:(?:19|20)\d\d[01]\d[0-3]\d|80(?:0[479]|3F)\d{4})$/.test(digits),
  );

function isConfirmation(run: string): boolean {
  const groups = run.match(/\d+/g) ?? [];
  return groups.every((digits) => digits.length === 6) || groups.join('').length === 48;
}
