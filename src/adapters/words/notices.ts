import { z } from 'zod';
import { digest } from '../../bot/lib/hash.ts';
import type { Notices } from '../../bot/notices.ts';
import type { DeskNotice } from '../../bot/ports.ts';
import { noticeOrigins, readNotice } from '../../bot/runtime/index.ts';
import { isZone } from '../zone.ts';
import type { JsonFile, Problem } from './json.ts';

const most = 20;
const entry = z.strictObject({
  text: z.string(),
  /** Whose PC it is about; everybody's if it is left out. */
  for: z.enum(noticeOrigins).optional(),
  code: z.string().max(20).optional(),
  until: z.iso.datetime({ offset: true, local: false }),
  zone: z.string().refine(isZone, 'must be a time zone, such as Asia/Tokyo').default('Asia/Tokyo'),
});

/** What is wrong with a text or a code, by the flaw that the form of a desk would name. */
const flawed: Readonly<Record<string, string>> = {
  empty: 'the text is empty',
  long: 'the text is longer than 500 characters',
  secret: 'the text has a product key or an ID',
  doubtful: 'the text has what looks like a product key or an ID',
  'code-wrong': 'must be one error code, such as 0xC004F074',
};

/** Reads the standing notices of a helpdesk: each is heard once by people with a matching case until its end, and anew when its text changes. */
export function readNotices({ content, problem }: JsonFile): {
  readonly notices: readonly DeskNotice[];
  readonly problems: readonly Problem[];
} {
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return { notices: [], problems: [problem([], 'must be an object: { … }')] };
  const entries = Object.entries(content);
  if (entries.length > most) return { notices: [], problems: [problem([], `there are more than ${most} notices`)] };
  const problems: Problem[] = [];
  const notices = entries.flatMap(([id, given]): readonly DeskNotice[] => {
    const read = entry.safeParse(given);
    if (!read.success) {
      const [issue] = read.error.issues;
      const path = issue?.path.map((part) => (typeof part === 'number' ? part : String(part))) ?? [];
      const until =
        path[0] === 'until' ? 'must be a time with its offset, such as 2026-12-10T18:00:00+09:00' : undefined;
      problems.push(problem([id, ...path], until ?? issue?.message ?? 'is no notice'));
      return [];
    }
    const { text, for: origin = '', code = '', until, zone } = read.data;
    // Its end is checked here: a standing notice may last longer than one of a desk.
    const draft = readNotice({ text, origin, code, until: 1 }, 0);
    if ('flaws' in draft) {
      for (const [field, flaw] of Object.entries(draft.flaws))
        problems.push(problem([id, field], flawed[flaw] ?? flaw));
      return [];
    }
    const about = { id: digest('standing', id, draft.text), desk: '', postedAt: 0, postedBy: null, zone };
    return [{ ...about, text: draft.text, match: draft.match, until: Date.parse(until) }];
  });
  return { notices, problems };
}

/** Returns the notices of desks with the standing ones before them, as they are in force. */
export const withStanding = (notices: Notices, standing: () => readonly DeskNotice[]): Notices => ({
  ...notices,
  active: async (now) => [...standing().filter(({ until }) => until > now), ...(await notices.active(now))],
});
