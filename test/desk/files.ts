import type { Attachment, TicketNote } from '../../src/bot/ports.ts';

/** Returns bytes of which no text survives to be decoded. */
export const bytesOf = (length: number, seed = 1): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, n) => (n * 31 + seed * 17 + (n >> 8)) % 256);

/** Two files as a channel gave them. */
export const picture: Attachment = { name: 'image-1.png', type: 'image/png', bytes: bytesOf(3_000) };
export const protocol: Attachment = {
  name: 'text-1.txt',
  type: 'text/plain',
  bytes: new TextEncoder().encode('スキャン\r\n--boundary\r\n.\r\n'),
};

/** Returns the note that a person sent these files; `missing` more could not be fetched. */
export const sent = (files: readonly Attachment[], missing = 0) =>
  ({ kind: 'file', text: '画面です', files, missing, inForm: false }) as const satisfies TicketNote;
