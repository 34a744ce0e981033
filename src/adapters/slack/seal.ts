import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
/** Bytes of the nonce that NIST SP 800-38D recommends for GCM, and of its tag. */
const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts texts for a place (their key in the store), so that one cannot be moved to another. */
export interface Seal {
  close(text: string, place: string): string;
  /** Throws an Error when the text was not sealed with this key for this place. */
  open(sealed: string, place: string): string;
}

/** AES-256-GCM with a key of 32 bytes, as base64. */
export function seal(key: string): Seal {
  const bytes = Buffer.from(key, 'base64');
  return {
    close: (text, place) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, bytes, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(place));
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
        'base64',
      );
    },
    open: (sealed, place) => {
      try {
        const all = Buffer.from(sealed, 'base64');
        const decipher = createDecipheriv(algorithm, bytes, all.subarray(0, nonceBytes), { authTagLength: tagBytes })
          .setAAD(Buffer.from(place))
          .setAuthTag(all.subarray(-tagBytes));
        return decipher.update(all.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw new Error('A stored secret cannot be decrypted with this SLACK_ENCRYPTION_KEY', { cause });
      }
    },
  };
}
