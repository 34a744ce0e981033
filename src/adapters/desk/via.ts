import { z } from 'zod';
import type { DeskEntry } from './file.ts';

/** Returns how a desk is reached (`via`), parsed. Throws an Error with a line that names the entry if it is wrong. */
export function viaOf<Via>({ setup, via }: DeskEntry, schema: z.ZodType<Via>): Via {
  const { data, error } = schema.safeParse(via);
  if (error !== undefined) throw new Error(wrongIn(setup.id, z.prettifyError(error).replaceAll('\n', ' ')));
  return data;
}

/** Returns true for an address to which nothing goes in the clear, and that holds no user or password, which logs would show: https, or http on this computer. */
export function isSafeAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
  );
}

/** Returns the line that says what is wrong with an entry of the desks file. */
export const wrongIn = (id: string, why: string): string => `DESKS_FILE: ${id}: ${why}`;

/** Returns a line for each desk of a service whose id, or whose place there, another one has already: what is pressed in a place is of one desk. */
export const colliding = <One extends { readonly id: string }>(
  desks: readonly One[],
  together: (one: One, other: One) => boolean,
): readonly string[] =>
  desks.flatMap((one, n) => {
    const earlier = desks.slice(0, n);
    const other = earlier.find((before) => before.id === one.id || together(before, one));
    if (other === undefined) return [];
    return [
      wrongIn(one.id, other.id === one.id ? 'another desk has this id' : `the desk ${other.id} is there already`),
    ];
  });
