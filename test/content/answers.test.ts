import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import en from '../../locales/en/answers.json' with { type: 'json' };
import ja from '../../locales/ja/answers.json' with { type: 'json' };
import { understand } from '../../src/bot/understanding/index.ts';
import { answerTo } from '../../src/flows/answer.ts';
import { type Topic, topics } from '../../src/flows/events.ts';
import type { Facts } from '../../src/flows/facts.ts';
import sources from '../../src/flows/sources.json' with { type: 'json' };
import { askedOf } from '../understanding/labels.ts';
import { readExamples } from '../understanding/training/examples.ts';

const page = readFileSync(new URL('../../docs/labels.md', import.meta.url), 'utf8');
const section = page.slice(page.indexOf('\n## Topics'), page.indexOf('\n## Whose'));
/** The topics that a message is labelled with. */
const labelled = [...section.matchAll(/(?:^| )`([a-z0-9-]+)`/g)].map(([, topic = '']) => topic);
/** The topics whose answer takes the place of another's, as things stand; each with a question and facts that lead to it. */
const instead: Readonly<Partial<Record<Topic, readonly [asked: Topic, facts: Facts]>>> = {
  'put-back-now': ['put-back', { protection: 'off' }],
  'next-protection': ['what-next', { protection: 'stuck' }],
  'organization-next': ['what-next', { origin: 'organization' }],
  'organization-wait': ['wait', { message: 'org-server' }],
  'organization-network': ['another-network', { origin: 'organization' }],
  'organization-account': ['work-account', { origin: 'organization' }],
  'organization-key': ['home-to-pro', { origin: 'organization' }],
  'organization-cost': ['cost', { origin: 'organization' }],
  'activated-already': ['must-buy', { origin: 'personal', message: 'digital-license' }],
  'used-buys': ['must-buy', { origin: 'used' }],
  'doubtful-buys': ['must-buy', { origin: 'used', key: 'doubtful' }],
  'scam-safe': ['see-my-pc', { scam: 'installed' }],
  'activator-again': ['may-fix', { malware: 'activator' }],
  'scam-now': ['return', { scam: 'paid' }],
  'no-license-buys': ['must-buy', { license: 'none' }],
  'protection-stays': ['may-pause', { malware: 'found' }],
  'ask-it': ['who-to-ask', { origin: 'organization' }],
  'ask-microsoft': ['who-to-ask', { origin: 'personal' }],
  'ask-seller': ['who-to-ask', { origin: 'used' }],
  'ask-maker': ['who-to-ask', { origin: 'personal', part: 'maker-board' }],
  'rescue-who': ['who-to-ask', { origin: 'organization', drive: 'noisy' }],
};
/** The complaint that is no question. */
const complaint: Topic = 'problem';

describe('the topics', () => {
  test('are those of docs/labels.md but for what is on none of its lists, and those that stand in for one', () => {
    const expected = [...labelled.filter((topic) => topic !== 'other'), ...Object.keys(instead), complaint];
    expect(labelled.length).toBeGreaterThan(120);
    expect([...topics].sort()).toEqual(expected.sort());
  });

  test('are each read from an example of a question', () => {
    const left = new Set(labelled.filter((topic) => topic !== 'other'));
    for (const { t, asked, labels, set } of readExamples()) {
      const about = labels.some((label) => label.startsWith('topic=') && left.has(label.slice('topic='.length)));
      if (set === 'train' && about) left.delete(understand(t, askedOf({ t, asked })).topic ?? '');
    }
    expect([...left]).toEqual([]);
  });

  test.each(Object.entries(instead))('the answer %s is given as things stand', (answer, [asked, facts]) => {
    expect(answerTo(asked, facts)).toBe(answer);
    expect(answerTo(asked, {})).toBe(asked);
  });
});

test.each([
  ...(['must-buy', 'license-cost', 'other-than-buying', 'cheap-key', 'generic-key'] as const),
  ...(['reuse-key', 'old-key', 'home-to-pro', 'move-license'] as const),
])('nobody is told to buy or enter a key on an organisation’s PC: %s', (topic) => {
  for (const facts of [{ origin: 'organization' }, { message: 'org-server' }, { edition: 'enterprise' }] as const)
    expect(answerTo(topic, facts)).toBe('organization-key');
});

test.each(['what-next', 'which-first', 'restart-pc', 'wait', 'scan'] as const)(
  'a PC whose data is to be rescued is best left alone, whatever else is known: %s',
  (topic) => {
    for (const facts of [
      { drive: 'noisy', protection: 'off' },
      { data: 'lost', origin: 'organization' },
    ] as const)
      expect(answerTo(topic, facts)).toBe('rescue-now');
  },
);

test('waiting is what helps after an update, and on an organisation’s PC its network', () => {
  expect(answerTo('wait', { origin: 'personal', recent: 'update' })).toBe('server-cause');
  expect(answerTo('wait', { origin: 'organization', recent: 'update' })).toBe('organization-wait');
});

describe('the answers', () => {
  // The warning of a scam says what to do in each of its stages.
  const long: Topic = 'scam';
  const texts = { ja, en };

  test.each(['ja', 'en'] as const)('have at most three lines in %s', (language) => {
    const longer = topics.filter((topic) => texts[language][topic].length > 3);
    expect(longer).toEqual([long]);
  });

  test('have at most 120 characters a sentence in Japanese, names of hosts apart', () => {
    const sentences = Object.values(ja)
      .flat()
      .flatMap((text) => text.split(/(?<=[。？])/));
    const bare = sentences.map((sentence) => sentence.replaceAll(/「[a-z0-9./-]+」/g, ''));
    expect(bare.filter((sentence) => [...sentence].length > 120)).toEqual([]);
  });
});

describe('the sources of the answers', () => {
  const kind = z.enum(['article', 'product', 'general']);
  const schema = z.strictObject({
    sources: z.record(
      z.string().regex(/^[a-z0-9-]+$/),
      z.strictObject({ source: z.union([kind, z.url({ protocol: /^https?$/ })]), seen: z.iso.date() }),
    ),
    topics: z.record(
      z.string(),
      z.strictObject({ from: z.array(z.string()).min(1), sure: z.enum(['high', 'medium', 'low']) }),
    ),
  });

  test('are each a page or a kind of knowledge, with the date on which it was looked at', () => {
    expect(() => schema.parse(sources)).not.toThrow();
  });

  test('are named for every answer, and for nothing else', () => {
    expect(Object.keys(sources.topics).sort()).toEqual([...topics].sort());
  });

  test('are all used, and all known', () => {
    const used = new Set(Object.values(sources.topics).flatMap(({ from }) => from));
    expect([...used].sort()).toEqual(Object.keys(sources.sources).sort());
  });
});
