import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/bot/languages.ts';
import type { Event, Prompt } from '../../src/flows/context.ts';
import type { Facts } from '../../src/flows/facts.ts';
import type { List, ListId } from '../../src/flows/lists.ts';
import type { Snapshot } from '../../src/flows/session.ts';
import { copyOf, type Edit } from '../runtime/copy.ts';

const plain = { steps: 2, ending: 'solved', seenBy: [], hints: [], cautions: {}, dated: {} } as const;
/** Lists that the article has not, by names that no rule can know. */
const news: Readonly<Record<string, List>> = {
  pause: { ...plain, branch: 'personal', effects: ['lowers-protection'] },
  report: { ...plain, branch: 'personal', effects: ['makes-call', 'takes-time', 'writes-message'], hints: ['no-key'] },
  shop: { ...plain, branch: 'used', effects: ['buys-key'] },
  copy: { ...plain, branch: 'used', effects: ['protects-data'], ending: 'saved' },
  sign: { ...plain, branch: 'organization', effects: [] },
};
const code = '0xC0FFEE00';
const entry = { scope: 'any', cause: 'other', procedures: Object.keys(news), sources: ['Public test'] };
const words = (id: string) => ({
  title: `Title of ${id}`,
  purpose: 'Why.',
  headlines: ['First', 'Second'],
  steps: ['One.', 'Two.'],
  help: ['1', '2'],
});
const within = (entries: object) => JSON.stringify(entries).slice(1, -1);

/** Nothing but data and words: the lists, their words, and a code that names them. */
const edits: readonly Edit[] = [
  ['src/flows/lists.ts', '} as const satisfies Record<string, List>;', `${within(news)}} as const;`],
  ['src/flows/codes.json', '{', `{${within({ [code]: entry })},`],
  ...languages.map(
    (language) =>
      [
        `locales/${language}/lists.json`,
        '{',
        `{${within(Object.fromEntries(Object.keys(news).map((id) => [id, words(id)])))},`,
      ] as const,
  ),
];

async function extended() {
  const { load, drop } = copyOf(['src/flows', 'src/bot', 'locales'], edits);
  const [{ promptOf, start, step }, { hintsOn }, { recipientOf }, { choicesOf }, { compose }, { wordsIn }, timers] =
    (await Promise.all([
      load('src/flows/session.ts'),
      load('src/flows/hints.ts'),
      load('src/flows/recipient.ts'),
      load('src/bot/view/choices.ts'),
      load('src/bot/view/handover.ts'),
      load('src/bot/i18n.ts'),
      load('src/bot/runtime/timers.ts'),
    ])) as [
      typeof import('../../src/flows/session.ts'),
      typeof import('../../src/flows/hints.ts'),
      typeof import('../../src/flows/recipient.ts'),
      typeof import('../../src/bot/view/choices.ts'),
      typeof import('../../src/bot/view/handover.ts'),
      typeof import('../../src/bot/i18n.ts'),
      typeof import('../../src/bot/runtime/timers.ts'),
    ];
  const { followUpSubject } = timers;
  return { promptOf, start, step, hintsOn, recipientOf, choicesOf, compose, wordsIn, followUpSubject, drop };
}

describe('a list added by data and words alone', () => {
  let bot: Awaited<ReturnType<typeof extended>>;
  beforeAll(async () => {
    bot = await extended();
  });
  afterAll(() => bot.drop());

  const own: Facts = { origin: 'personal', data: 'backed-up', errorCodes: [code] };
  const at = (facts: Facts, ...events: readonly Event[]): Snapshot =>
    events.reduce<Snapshot>((snapshot, event) => bot.step(snapshot, event).snapshot, bot.start({ facts }).snapshot);
  const place = (snapshot: Snapshot): string => {
    const prompt: Prompt = bot.promptOf(snapshot);
    return 'id' in prompt ? `${prompt.kind}.${prompt.id}` : prompt.kind;
  };
  const failed = { type: 'not-solved' } as const;
  const back = { type: 'yes' } as const;

  test('the added list comes up in its branch when an error code names it', () => {
    expect(place(at(own))).toBe('list.pause');
    expect(place(at(own, failed, back))).toBe('list.report');
    expect(place(at(own, failed, back, failed))).toBe('list.shop');
  });

  test('the added list of organisations is not given on a PC of one’s own', () => {
    expect(place(at(own, failed, back, failed, failed))).toBe('form');
  });

  test('the added list that lowers protection is followed by the advice to put it back, and not interrupted by it', () => {
    expect(at(own).context.facts.protection).toBe('off');
    expect(place(at(own, { type: 'tell', facts: { network: 'ok' } }))).toBe('list.pause');
    expect(place(at(own, failed))).toBe('advice.putback');
  });

  test('the added list that protects data comes first if data is at risk, and only then', () => {
    expect(place(at({ ...own, data: 'risk' }, { type: 'skip' }))).toBe('list.copy');
    expect(place(at({ ...own, data: 'risk' }, { type: 'skip' }, { type: 'skip' }))).toBe('list.pause');
  });

  test('the added list that writes a message offers to compose it, ends with it, and is not told as tried', () => {
    const reporting = at(own, failed, back);
    expect(bot.choicesOf(reporting, bot.wordsIn('en'))[0]?.id).toBe('human');
    expect(bot.choicesOf(at(own), bot.wordsIn('en'))[0]?.id).toBe('done');
    const { context } = at(own, failed, back, { type: 'human' });
    expect(context.finished).toEqual(['pause', 'report']);
    const { text } = bot.compose(context, bot.wordsIn('en'));
    expect(text).toContain('Title of pause');
    expect(text).not.toContain('Title of report');
  });

  test('the added list that takes time gets a follow-up', () => {
    expect(bot.followUpSubject(bot.promptOf(at(own, failed, back)))).toBe('report');
    expect(bot.followUpSubject(bot.promptOf(at(own)))).toBeUndefined();
  });

  test('the added lists that lower protection or make calls are left out after malware or a scam', () => {
    const read = { type: 'done' } as const;
    expect(place(at({ ...own, malware: 'found' }, read))).toBe('list.report');
    expect(place(at({ ...own, scam: 'told' }, read))).toBe('list.shop');
  });

  test('the added list that buys a licence makes Microsoft the recipient instead of the seller', () => {
    expect(bot.recipientOf({ origin: 'used' }, [])).toBe('seller');
    expect(bot.recipientOf({ origin: 'used' }, ['shop' as ListId])).toBe('microsoft');
  });

  test('the added list shows the hints that it names', () => {
    expect(bot.hintsOn('report' as ListId, { key: 'none' })).toEqual(['no-key']);
    expect(bot.hintsOn('report' as ListId, {})).toEqual([]);
  });
});

const root = join(import.meta.dirname, '../..');
/** Data: the lists themselves, the decision table, and what people call a list. */
const data = [
  'src/flows/lists.ts',
  'src/flows/agenda.ts',
  'src/flows/situations.ts',
  'src/bot/understanding/meanings.ts',
];

test('no source file outside of the data names a list by its id', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', file))
    .filter((file) => file.endsWith('.ts'));
  const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n');
  const naming = sources
    .filter((file) => !data.includes(file))
    .flatMap((file) =>
      lines(file).flatMap((line) => (/(['"`])[POU]\d\1/.test(line) ? [`${file}: ${line.trim()}`] : [])),
    );
  expect(naming).toEqual([]);
  // The decision table names what comes next; it asks of no list which one it is.
  const asking = data.flatMap((file) =>
    lines(file).filter((line) => /(?:[=!]==|includes\(|case) *'[POU]\d'/.test(line)),
  );
  expect(asking).toEqual([]);
});
