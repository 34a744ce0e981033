/** Returns the texts of a language with those of a register in place of them, at any depth; lists of texts are replaced whole. */
export function layered<Node extends object>(texts: Node, own: object): Node {
  const put = ([key, text]: [string, unknown]) => {
    const mine = (own as Readonly<Record<string, unknown>>)[key];
    return [key, isBranch(text) && isBranch(mine) ? layered(text, mine) : (mine ?? text)];
  };
  return Object.fromEntries(Object.entries(texts).map(put)) as Node;
}

const isBranch = (node: unknown): node is object => typeof node === 'object' && node !== null && !Array.isArray(node);
