import { hash } from 'node:crypto';

/** A short name for some strings together: the same strings, the same 22 characters; nothing of them can be read from it. */
export const digest = (...parts: readonly string[]): string =>
  hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);
