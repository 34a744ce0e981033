import { z } from 'zod';
import type { Language } from '../../src/bot/types.ts';

/** The schema of `locales/claims.json`: the sources, each with the day on which it was last looked at, and what was found in them. */
export const register = z.strictObject({
  sources: z.record(
    z.string(),
    z.strictObject({
      /** The article that the lists follow, this product itself, what everybody knows, or a page. */
      source: z.union([z.enum(['article', 'product', 'general']), z.url({ protocol: /^https$/ })]),
      seen: z.iso.date(),
    }),
  ),
  claims: z.array(
    z.strictObject({
      from: z.array(z.string()).min(1),
      sure: z.enum(['high', 'medium', 'low']),
      note: z.string().min(1).exactOptional(),
      /** Names of buttons, screens, messages, commands and pages, wherever they stand. */
      names: z.array(z.string().min(1)).exactOptional(),
      /** Dates and figures by the text, or the group of texts, in which they stand: the same figure elsewhere is another claim. */
      figures: z.record(z.string(), z.array(z.string().min(1)).min(1)).exactOptional(),
    }),
  ),
});
export type Register = z.infer<typeof register>;

/** A claim in a text: what is quoted or counted there. */
export interface Claim {
  readonly kind: 'name' | 'code' | 'figure';
  readonly key: string;
  readonly says: string;
}

const quotation: Readonly<Record<Language, RegExp>> = {
  ja: /「([^」]*)」/g,
  'ja-easy': /「([^」]*)」/g,
  en: /“([^”]*)”/g,
};
const placeholder = /\{\{.+?\}\}/g;
const code = /0x[0-9A-F]{8}/g;
const page = /slui 4|[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[a-z0-9]+)*/g;
/** What has digits and counts nothing: versions of Windows, the steps of a list, how a code begins, and the word "one". */
const uncounted =
  /Windows ?(?:11|10|8(?:\.1)?|7)|0x(?=で|[,)])|手順\d(?:[とから]+\d)?|(?<!\d)\d番(?:[とから ]+\d番)?|steps? \d(?: (?:and|to) \d)?|1(?:つ|回|文字ずつ|問ずつ|区切りずつ)/gi;
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const words = 'half an?|a few(?: tens of)?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty';
const units = '(?:second|minute|hour|day|week|month|year|character|digit|letter|yen)s?';
const japanese =
  /\d{4}年(?:\d+月)?(?:\d+日)?|(?:半|数十?)(?:分|時間|日|年)|\d+(?:[.,]\d+)*(?:日間?|時間|分|秒|か月|週間|年|月|文字|桁|回|台|円)?/g;
const figure: Readonly<Record<Language, RegExp>> = {
  ja: japanese,
  'ja-easy': japanese,
  en: new RegExp(
    `(?:(?:${months}) )?(?:\\d+, )?\\d{4}(?!\\d| ${units})|(?:${words}) ${units}|\\d+(?:[.,]\\d+)*(?:[- ]${units})?`,
    'g',
  ),
};

const every = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([all, inner]) => inner ?? all);

/** Returns what a text claims: the names it quotes, its codes, its pages, and its dates and figures. */
export function claimsOf(language: Language, key: string, text: string): readonly Claim[] {
  const plain = text.replaceAll(placeholder, '');
  const unquoted = plain.replaceAll(quotation[language], '');
  const prose = unquoted.replaceAll(code, '').replaceAll(page, '').replaceAll(uncounted, '');
  return [
    ...[...every(plain, quotation[language]), ...every(unquoted, page)]
      .filter((says) => says !== '')
      .map((says) => ({ kind: 'name', key, says }) as const),
    ...every(plain, code).map((says) => ({ kind: 'code', key, says }) as const),
    ...every(prose, figure[language]).map((says) => ({ kind: 'figure', key, says }) as const),
  ];
}

const within = (key: string, at: string) => key === at || key.startsWith(`${at}.`);
const figuresIn = ({ claims }: Register) =>
  claims.flatMap(({ figures = {} }) =>
    Object.entries(figures).flatMap(([at, said]) => said.map((says) => ({ at, says }))),
  );

/** Returns the claims for which neither the register nor the catalogue of codes has a source. `apart`: texts, or groups of texts, whose sources are kept beside them. */
export function unsourced(
  said: readonly Claim[],
  entries: Register,
  codes: ReadonlySet<string>,
  apart: readonly string[],
): readonly string[] {
  const names = new Set(entries.claims.flatMap((claim) => claim.names ?? []));
  const figures = figuresIn(entries);
  const sourced = ({ kind, key, says }: Claim) => {
    if (kind === 'name') return names.has(says);
    if (kind === 'code') return codes.has(says);
    return figures.some((one) => one.says === says && within(key, one.at));
  };
  return said
    .filter((claim) => !sourced(claim) && !apart.some((at) => within(claim.key, at)))
    .map(({ kind, key, says }) => `${kind} ${says} (${key})`);
}

/** Returns what the register has and no text says. */
export function unsaid(said: readonly Claim[], entries: Register): readonly string[] {
  const names = new Set(said.flatMap(({ kind, says }) => (kind === 'name' ? [says] : [])));
  return [
    ...entries.claims.flatMap((claim) => claim.names ?? []).filter((name) => !names.has(name)),
    ...figuresIn(entries)
      .filter(({ at, says }) => !said.some((one) => one.kind === 'figure' && one.says === says && within(one.key, at)))
      .map(({ at, says }) => `${says} (${at})`),
  ];
}

/** Returns the sources that a claim names and the register has not, and those that no claim names. */
export function astray({ sources, claims }: Register): readonly string[] {
  const named = new Set(claims.flatMap(({ from }) => from));
  return [...new Set([...Object.keys(sources), ...named])].filter((id) => !(id in sources && named.has(id)));
}

/** Returns the date of a version by the changelog: "## 0.1.0 - 2026-11-26". Throws where it has none. */
export function releasedOn(changelog: string, version: string): string {
  const heading = `## ${version} - `;
  const date =
    changelog
      .split('\n')
      .find((line) => line.startsWith(heading))
      ?.slice(heading.length) ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new Error(`CHANGELOG.md has no line "${heading}YYYY-MM-DD".`);
  return date;
}

/** Returns true where a source was looked at no longer than a year before a release. */
export const isFresh = (seen: string, release: string): boolean =>
  seen >= `${Number(release.slice(0, 4)) - 1}${release.slice(4)}`;
