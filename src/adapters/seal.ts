import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
/** The lengths in bytes of the nonce, as NIST SP 800-38D recommends it for GCM, and of the authentication tag. */
const nonceBytes = 12;
const tagBytes = 16;

/** A decrypted text; `outdated`: it was encrypted with an older key than the current one. */
export interface Opened {
  readonly text: string;
  readonly outdated: boolean;
}

/** The encryption of texts, each bound to its place (its key in the store), so that a ciphertext cannot be moved to another place. */
export interface Seal {
  close(text: string, place: string): string;
  /** Decrypts a text. Throws an Error if it was not encrypted with one of the keys for this place. */
  open(sealed: string, place: string): Opened;
}

/** Creates AES-256-GCM encryption with base64 keys of 32 bytes: the first encrypts, every one decrypts (key rotation). */
export function seal(keys: readonly string[]): Seal {
  const [first = Buffer.alloc(0), ...older] = keys.map((key) => Buffer.from(key, 'base64'));
  return {
    close: (text, place) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, first, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(place));
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
        'base64',
      );
    },
    open: (sealed, place) => {
      const all = Buffer.from(sealed, 'base64');
      for (const key of [first, ...older]) {
        const text = decrypted(all, key, place);
        if (text !== undefined) return { text, outdated: key !== first };
      }
      throw new Error('A stored secret cannot be decrypted with this encryption key');
    },
  };
}

/** Decrypts with one key; returns undefined if that key did not encrypt the text for this place. */
function decrypted(all: Buffer, key: Buffer, place: string): string | undefined {
  try {
    const decipher = createDecipheriv(algorithm, key, all.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(place))
      .setAuthTag(all.subarray(-tagBytes));
    return decipher.update(all.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
