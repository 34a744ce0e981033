/** Returns the lines (1-based) on which the values of a JSON text begin, by their paths: `P1.steps.0`. The text must be valid JSON. The last one of two equal keys counts, as it does for `JSON.parse`. */
export function valueLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const path: (string | number)[] = [];
  let line = 1;
  let key = '';
  let isKey = false;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,\n]|[^\s{}[\]:,"]+/g)) {
    if (token === '\n') {
      line += 1;
      continue;
    }
    const last = path.length - 1;
    const index = path[last];
    if (token === ':') {
      path[last] = key;
      isKey = false;
      lines.set(path.join('.'), line);
    } else if (token === ',') {
      if (typeof index === 'number') path[last] = index + 1;
      else isKey = true;
    } else if (token === '}' || token === ']') {
      path.pop();
      isKey = false;
    } else if (isKey) key = JSON.parse(token) as string;
    else {
      if (typeof index === 'number') lines.set(path.join('.'), line);
      if (token === '{') path.push('');
      if (token === '[') path.push(0);
      isKey = token === '{';
    }
  }
  return lines;
}

/** Returns the line of the nearest value on the way to a path, 1 if there is none. */
export function lineAt(lines: ReadonlyMap<string, number>, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const line = lines.get(path.slice(0, length).join('.'));
    if (line !== undefined) return line;
  }
  return 1;
}
