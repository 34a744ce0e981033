/** Stands for the start of a text. */
export const start = '\u0002';
/** Stands for the end of a text. */
export const end = '\u0003';
/** Stands for anything at all: nothing more is known. */
const any = '\uffff';
/** How many characters of a match are looked at. */
export const depth = 2;

/** Takes beginnings further by a piece of a pattern. Those that are long enough go to `found`, the others are returned. */
type Piece = (begun: readonly string[], found: Set<string>) => readonly string[];

const tokens =
  /[^[\](){}*+?|\\^$.]+(?![*+?{])|\[(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!])|[*+?]\??|\{\d+(?:,\d*)?\}\??|\\(?:x..|u....|.)|./gs;
const times = /^(?:[*+?]|\{\d)/;

/** What the matches of a pattern without flags begin with: every match begins with one of these. */
export function beginningsOf({ source }: RegExp): ReadonlySet<string> {
  const found = new Set<string>();
  const short = readOptions((source.match(tokens) ?? []).reverse())([''], found);
  return new Set([...found, ...short].map((text) => text.replace(any, '')));
}

/** Reads alternatives up to the end of their group; the tokens stand last to first. */
function readOptions(left: string[]): Piece {
  const options: Piece[][] = [[]];
  for (let token = left.pop(); token !== undefined && token !== ')'; token = left.pop()) {
    const option = options.at(-1) ?? [];
    const last = times.test(token) ? option.pop() : undefined;
    if (token === '|') options.push([]);
    else option.push(last === undefined ? readPiece(token, left) : repeat(last, token));
  }
  return (begun, found) => [...new Set(options.flatMap((pieces) => follow(pieces, begun, found)))];
}

function follow(pieces: readonly Piece[], begun: readonly string[], found: Set<string>): readonly string[] {
  let open = begun;
  for (const piece of pieces) {
    if (open.length === 0) break;
    open = piece(open, found);
  }
  return open;
}

function readPiece(token: string, left: string[]): Piece {
  if (token === '(' || token === '(?:') return readOptions(left);
  if (!token.startsWith('(?')) return write(charactersOf(token));
  // What looks around only narrows what fits.
  readOptions(left);
  return write(['']);
}

const write =
  (characters: readonly string[]): Piece =>
  (begun, found) => {
    const open: string[] = [];
    for (const first of begun) {
      for (const next of characters) {
        const text = narrows(first, next) ? first : (first + next).slice(0, depth);
        if (text.length < depth && next !== any) open.push(text);
        else found.add(text);
      }
    }
    return open;
  };

/** What comes after something is no start, and a second end is where the first is: both say nothing of what a match begins with. */
const narrows = (first: string, next: string): boolean =>
  next === start ? first !== '' : next === end && first.endsWith(end);

const repeat =
  (piece: Piece, token: string): Piece =>
  (begun, found) => {
    if (token.startsWith('?')) return [...begun, ...piece(begun, found)];
    const once = /^(?:\*|\{0)/.test(token) ? begun : piece(begun, found);
    const all = new Set(once);
    for (const text of all) for (const more of piece([text], found)) all.add(more);
    return [...all];
  };

function charactersOf(token: string): readonly string[] {
  if (token === '^') return [start];
  if (token === '$') return [end];
  if (token === '\\b' || token === '\\B') return [''];
  if (token === '\\d') return [...'0123456789'];
  if (/^\[[^^\\-]+\]$/.test(token)) return token.slice(1, -1).split('');
  if (/^\\\W$/.test(token)) return [token.slice(1)];
  return token.startsWith('[') || token.startsWith('\\') || token === '.' ? [any] : [token];
}
