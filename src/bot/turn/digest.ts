import { hash } from 'node:crypto';
import { redact } from '../understand/redact.ts';

/** A short name for some strings together: the same strings, the same 22 characters; nothing of them can be read from it. */
export const digest = (...parts: readonly string[]): string =>
  hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);

/** The name of a delivery, shorter since a record holds many: one of 2,000 is mistaken for another once in 10^14 deliveries. */
export const deliveryOf = (id: string): string => digest(id).slice(0, 10);

/** An id from outside as a log may show it: one that holds something like a key is shown as a digest. */
export const printable = (id: string): string => (redact(id).secrets.length > 0 ? digest(id) : id);
