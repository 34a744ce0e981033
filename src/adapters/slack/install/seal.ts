import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
/** Bytes of the nonce that NIST SP 800-38D recommends for GCM, and of its tag. */
const nonceBytes = 12;
const tagBytes = 16;

/** A text that was opened; `outdated`: by an older key than the one that seals now. */
export interface Opened {
  readonly text: string;
  readonly outdated: boolean;
}

/** Encrypts texts for a place (their key in the store), so that one cannot be moved to another. */
export interface Seal {
  close(text: string, place: string): string;
  /** Throws an Error when the text was not sealed with one of the keys for this place. */
  open(sealed: string, place: string): Opened;
}

/** AES-256-GCM with keys of 32 bytes, as base64: the first seals, each opens what it sealed. */
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
      throw new Error('A stored secret cannot be decrypted with this SLACK_ENCRYPTION_KEY');
    },
  };
}

/** Undefined: this key did not seal it for this place. */
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
