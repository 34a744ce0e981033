import type { DeskNotice, NoticeMatch } from '../ports.ts';
import { type AnswerChecked, asWritten, checkAnswer } from '../understanding/answer-checked.ts';
import { findCodes } from '../understanding/codes.ts';

/** Maximum number of characters (UTF-16) of a notice. */
export const longestNotice = 500;
/** Maximum milliseconds for which a notice is in force. */
const farthest = 14 * 24 * 60 * 60 * 1_000;

/** A notice as it was filled into a form: `origin` empty or unknown for everybody, `code` empty for any, `until` in epoch milliseconds, undefined if there is none. */
export interface NoticeDraft {
  readonly text: string;
  readonly origin: string;
  readonly code: string;
  readonly until: number | undefined;
}

/** The flaws of a draft by its fields: the ends of the keys of their texts. What may be a secret is refused as well as what surely is one: everybody reads a notice, and it can be said in other words. */
export type NoticeFlaws = Partial<{
  readonly text: 'empty' | 'long' | 'secret' | 'doubtful';
  readonly code: 'code-wrong';
  readonly until: 'until-wrong';
}>;

/** Returns what a draft says, or its flaws, with the parts of its text that may be secrets. The words of the staff stay as they are, but for blanks around them. `now`: epoch milliseconds. */
export function readNotice(
  { text, origin, code, until }: NoticeDraft,
  now: number,
): { readonly flaws: NoticeFlaws; readonly parts: readonly string[] } | Pick<DeskNotice, 'text' | 'match' | 'until'> {
  const said = asWritten(text).trim();
  const checked = checkAnswer(said);
  const codes = code.length > longestCode ? [] : findCodes(code, true);
  const [found, ...more] = codes;
  const flaws: NoticeFlaws = {
    ...textFlaw(said, checked),
    ...(code.trim() !== '' && (found === undefined || more.length > 0) && { code: 'code-wrong' }),
    ...((until === undefined || until <= now || until > now + farthest) && { until: 'until-wrong' }),
  };
  if (Object.keys(flaws).length > 0 || until === undefined)
    return { flaws, parts: checked.kind === 'doubtful' ? checked.parts : [] };
  return { text: said, match: { origin: originIn(origin), code: found ?? null, list: null }, until };
}

const longestCode = 100;

function textFlaw(text: string, { kind }: AnswerChecked): NoticeFlaws {
  if (text === '') return { text: 'empty' };
  if (text.length > longestNotice) return { text: 'long' };
  if (kind === 'fine') return {};
  return { text: kind === 'sure' ? 'secret' : 'doubtful' };
}

/** The origins that a notice can be for. */
export const noticeOrigins = ['organization', 'personal', 'used'] as const satisfies readonly NoticeMatch['origin'][];
const originIn = (given: string): NoticeMatch['origin'] => noticeOrigins.find((one) => one === given) ?? null;
