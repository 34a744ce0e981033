import { hash } from 'node:crypto';
import { redact } from '../understand/redact.ts';

/** A short name for some strings together: the same strings, the same 22 characters; nothing of them can be read from it. */
export const digest = (...parts: readonly string[]): string =>
  hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);

/** The name of a delivery, shorter since a record holds many: one of 2,000 is mistaken for another once in 10^14 deliveries. */
export const deliveryOf = (id: string): string => digest(id).slice(0, 10);

/** Accepts ids as channels make them, names and numbers: too short for a secret, and most of all ids. */
const ordinary = /^(?:[a-z]+:)?[\d.:]{1,21}$/;

/** Returns an id from outside as a log may show it: one that holds something like a key as a digest. */
export const printable = (id: string): string =>
  ordinary.test(id) || redact(id).secrets.length === 0 ? id : digest(id);
