import { hash } from 'node:crypto';

/** Returns the mark under which something is written into a ticket system: one word, which every search takes as it is. */
export const markOf = (key: string): string => `${markBegin}${hash('sha256', key, 'hex').slice(0, 20)}`;
/** The beginning of all marks. */
export const markBegin = 'ninsho';

/** Returns a text with the mark by which it is found again. */
export const signed = (text: string, mark: string): string => `${text}\n\n[${mark}]`;
