/** The end of the first clause of a message. */
const end = /[、。，,.!?！？\n]+/;
/** Returns the first clause of a message, and what follows it. */
export function clausesOf(text: string): { readonly first: string; readonly rest: string } {
  const at = text.search(end);
  return at < 0 ? { first: text, rest: '' } : { first: text.slice(0, at), rest: text.slice(at).replace(end, '') };
}

/** Returns the clauses of a message, at most so many; the last one holds the rest. */
export function allClausesOf(text: string, most: number): readonly string[] {
  const clauses: string[] = [];
  let left = text.trim();
  while (left !== '' && clauses.length < most - 1) {
    const { first, rest } = clausesOf(left);
    if (first.trim() !== '') clauses.push(first.trim());
    left = rest.trim();
  }
  return left === '' ? clauses : [...clauses, left];
}

/** An answer to the question which of several readings was meant: the button that it stands for (undefined: it leaves that open), and what else the message says. */
export interface Answering {
  readonly choice: string | undefined;
  readonly rest: string;
}
