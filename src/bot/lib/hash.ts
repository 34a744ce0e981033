import { hash } from 'node:crypto';

/** Returns a digest of some strings together: 22 characters of SHA-256 in base64url. It is deterministic, and the strings cannot be read from it. */
export const digest = (...parts: readonly string[]): string =>
  hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);
