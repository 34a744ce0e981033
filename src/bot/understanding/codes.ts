import { normalize } from './fold.ts';

const hex = '[0-9A-FO]';
const cross = '[X×✕✖Х*]';
/** After `0x`, what a scan makes of a 1 is one. */
const scanned = '[0-9A-FOLI|]';
const marked = new RegExp(`(?<![0-9A-Z])[0O] ?${cross}((?:[ \\t-]?${scanned}){8})[LH]?(?!${scanned})`, 'g');
const head = '(?:C ?[0O]|8 ?[0O7]|D ?[0O])';
const whole = new RegExp(`(?<![0-9A-Z_#-])${cross}?(${head}${hex}{6})[LH]?(?![0-9A-Z-])`, 'g');
const spaced = new RegExp(`(?<![0-9A-Z_#-])(${head}(?: ?${hex}){6})L?(?![0-9A-Z-])`, 'g');
const short = new RegExp(`(?<![0-9A-Z-])(?=[A-Z]*[0-9])([B-F]${hex}{3})(?![0-9A-Z-])`, 'g');
/** What every code has. */
const suspicious = new RegExp(`(?:${scanned}[ \\t-]?){4}`);
const aboutCodes =
  /認証|ライセンス|ACTIVAT|エラー|えらー|ｴﾗｰ|コード|こーど|表示|ERROR|CODE|0X|(?:って|と|が)(?:出|で[たてる])/;
/** Between two codes: the former was a mistake. */
const corrects =
  /いや(?![だでなにすさ])|(?:じゃ|では)な[くい]|違(?:った|いました)|間違[えっ]|まちが[えっ]|訂正|\b(?:SORRY|ACTUALLY|I MEAN|RATHER)\b/;
/** The tails of the codes that activation gives itself. */
const ownTail = /^(?:F0|F2|FC|FD|FE|C0|C4|C5|C7|B0|B1|D3|D4|E0)/;

/** The error codes in a text, in any typing: `0x` and 8 upper-case hex digits each. `asked`: a code was asked for; `known`: the codes that a tail such as F074 may stand for. */
export function findCodes(text: string, asked = false, known: readonly string[] = []): readonly string[] {
  const upper = normalize(text).toUpperCase();
  if (!suspicious.test(upper)) return [];
  const about = asked || aboutCodes.test(upper);
  const typed = upper.replaceAll('CODE', '----');
  const full = [...read(typed, marked), ...read(typed, whole).filter(([, code]) => about || /[A-F]/.test(code))];
  const patterns = about ? [spaced, short] : [];
  const loose = patterns.map((pattern) => read(typed, pattern)).find((found) => found.length > 0) ?? [];
  const found = (full.length > 0 ? full : loose).toSorted(([a], [b]) => a - b);
  const standing = found.filter(([at], n) => !corrects.test(typed.slice(at, found[n + 1]?.[0] ?? at)));
  const codes = standing.map(([, code]) => expand(code, known));
  return [...new Set(codes.filter((code) => code !== undefined))];
}

function read(typed: string, pattern: RegExp): readonly [at: number, digits: string][] {
  return [...typed.matchAll(pattern)].map((match) => [
    match.index,
    (match[1] ?? '')
      .replace(/[ \t-]/g, '')
      .replaceAll('O', '0')
      .replace(/[LI|]/g, '1'),
  ]);
}

function expand(digits: string, known: readonly string[]): string | undefined {
  if (digits.length === 8) return `0x${digits}`;
  const [only, ...more] = known.filter((code) => code.endsWith(digits));
  if (only !== undefined && more.length === 0) return only;
  return ownTail.test(digits) && /\d/.test(digits) ? `0xC004${digits}` : undefined;
}
