import type { Words } from '../../bot/i18n.ts';
import { defaultLanguage, entryOf } from '../../bot/languages.ts';
import type { Language } from '../../bot/types.ts';
import { timeLabel } from '../../bot/view/notice-words.ts';
import { chart } from './chart.ts';
import type { Cell } from './hidden.ts';
import { html, type Markup, nothing } from './html.ts';
import {
  askedLabel,
  codeLabel,
  endLabel,
  groupLabel,
  listLabel,
  originLabel,
  placeLabel,
  situationLabel,
} from './labels.ts';
import { type Period, spans } from './period.ts';
import { endGroups, ends, hearings, type InsightReport, stayed, type Table } from './report.ts';

/** The languages that the page speaks, with their names. */
const spoken = (['ja', 'en'] as const).map((language): readonly [Language, string] => [
  language,
  entryOf(language).name,
]);

/** Returns the language that is asked for in the address, or the browser's. `accepted`: the header `accept-language`. */
export function pageLanguage(asked: string | null, accepted = ''): Language {
  const wanted = [asked ?? '', ...accepted.split(',').map((one) => one.trim().slice(0, 2).toLowerCase())];
  return (
    spoken.find(([id]) => id === wanted.find((one) => spoken.some(([known]) => known === one)))?.[0] ?? defaultLanguage
  );
}

/** Returns a whole page. */
const whole = (language: Language, title: string, body: Markup): string =>
  html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title><link rel="stylesheet" href="/insight/style.css"></head>
<body>${body}</body></html>
`.markup;

const languageLinks = (present: Language, days: string): Markup =>
  html`<nav class="languages">${spoken
    .filter(([id]) => id !== present)
    .map(([id, name]) => html`<a href="/insight?lang=${id}${days}" lang="${id}" hreflang="${id}">${name}</a>`)}</nav>`;

/** Returns the page on which one signs in. `said`: what became of an attempt; undefined: none was made. */
export function signInPage(
  words: Words,
  language: Language,
  ways: { readonly token: boolean; readonly provider: boolean },
  said: 'wrong' | 'busy' | 'refused' | 'failed' | 'away' | undefined,
): string {
  const title = words.text('insight:sign-in.title');
  const told =
    said === undefined ? nothing : html`<p class="told" role="alert">${words.text(`insight:sign-in.${said}`)}</p>`;
  const byProvider = ways.provider
    ? html`<p><a class="button" href="/insight/sign-in?lang=${language}">${words.text('insight:sign-in.provider')}</a></p>`
    : nothing;
  const byToken = ways.token
    ? html`<form method="post" action="/insight/sign-in?lang=${language}"><input name="username" value="insight" autocomplete="username" hidden><label for="token">${words.text('insight:sign-in.token')}</label><input id="token" name="token" type="password" autocomplete="current-password" required maxlength="200"><button>${words.text('insight:sign-in.send')}</button></form>`
    : nothing;
  return whole(
    language,
    title,
    html`<main class="door">${languageLinks(language, '')}<h1>${title}</h1>${told}${byProvider}${byToken}</main>`,
  );
}

/** Returns the page with the figures of a time. */
export function reportPage(
  words: Words,
  language: Language,
  days: number,
  zone: string,
  period: Period,
  report: InsightReport,
): string {
  const title = words.text('insight:title');
  const names = { 7: 'week', 28: 'month', 91: 'quarter' } as const;
  const times = spans.map((span) =>
    span === days
      ? html`<li><strong aria-current="page">${words.text(`insight:${names[span]}`)}</strong></li>`
      : html`<li><a href="/insight?lang=${language}&amp;days=${span}">${words.text(`insight:${names[span]}`)}</a></li>`,
  );
  const head = html`<header>${languageLinks(language, `&days=${days}`)}<h1>${title}</h1>
<nav aria-label="${words.text('insight:periods')}"><ul class="times">${times}</ul></nav>
<p>${words.text('insight:period', { from: period.from, to: period.to, zone })}</p>
<form method="post" action="/insight/sign-out?lang=${language}"><button class="quiet">${words.text('insight:sign-out')}</button></form></header>`;
  const foot = html`<footer><p>${words.text('insight:about')}</p><p>${words.text('insight:small')}</p></footer>`;
  const body = report.isEmpty ? html`<p class="none">${words.text('insight:none')}</p>` : figures(words, report);
  return whole(language, title, html`${head}<main>${body}</main>${foot}`);
}

type SectionName =
  | 'overview'
  | 'flow'
  | 'places'
  | 'lists'
  | 'origins'
  | 'codes'
  | 'situations'
  | 'heard'
  | 'asked'
  | 'desks'
  | 'ratings';

function figures(words: Words, report: InsightReport): Markup {
  const head = (name: 'from' | 'place' | 'origin' | 'code' | 'situation' | 'reading' | 'desk') =>
    words.text(`insight:heads.${name}`);
  const endHeads = ends.map((end) => endLabel(words, end));
  const part = (name: SectionName, text: string, body: Markup, has = true): Markup =>
    has
      ? html`<section aria-labelledby="${name}"><h2 id="${name}">${words.text(`insight:sections.${name}`)}</h2>${text === '' ? nothing : html`<p>${text}</p>`}${body}</section>`
      : nothing;
  const heard = hearings.map((one) => words.text(`insight:heard.${one}`));
  const byEnd = (name: 'origins' | 'codes' | 'situations', first: string, label: (row: string) => string) =>
    part(
      name,
      name === 'origins' ? words.text('insight:texts.ends') : '',
      grid(words, report[name], name, first, endHeads, label),
      report[name].rows.length > 0,
    );
  const flow = trimmed(report.flow);
  return html`${part('overview', '', overview(words, report))}
${part(
  'flow',
  words.text('insight:texts.flow'),
  html`${chart(report, words)}${grid(
    words,
    flow,
    'flow',
    head('from'),
    flow.columns.map((one) => flowLabel(words, one)),
    (row) => flowLabel(words, row),
  )}`,
)}
${part(
  'places',
  words.text('insight:texts.places'),
  grid(
    words,
    report.places,
    'places',
    head('place'),
    [words.text('insight:heads.arrived'), words.text('insight:heads.stayed')],
    (row) => placeLabel(words, row),
  ),
  report.places.rows.length > 0,
)}
${part('lists', words.text('insight:texts.lists'), html`${report.lists.map((list) => funnel(words, list))}`, report.lists.length > 0)}
${byEnd('origins', head('origin'), (row) => originLabel(words, row))}
${byEnd('codes', head('code'), (row) => codeLabel(words, row))}
${byEnd('situations', head('situation'), (row) => situationLabel(words, row))}
${part(
  'heard',
  words.text('insight:texts.heard'),
  grid(words, report.heard, 'heard', head('place'), heard, (row) => placeLabel(words, row)),
  report.heard.rows.length > 0,
)}
${part(
  'asked',
  words.text('insight:texts.asked'),
  grid(words, report.asked, 'asked', head('reading'), [words.text('insight:heads.count')], (row) =>
    askedLabel(words, row),
  ),
  report.asked.rows.length > 0,
)}
${part('desks', words.text('insight:texts.desks'), desks(words, report), report.desks.length > 0)}
${part(
  'ratings',
  '',
  tiles(
    words,
    (['good', 'bad'] as const).map((one, n) => [words.text(`insight:ratings.${one}`), report.ratings[n] ?? null]),
  ),
)}`;
}

const figure = (words: Words, cell: Cell): Markup =>
  cell === null
    ? html`<span class="hidden"><span aria-hidden="true">–</span><span class="said">${words.text('insight:hidden')}</span></span>`
    : html`${cell}`;

const tiles = (words: Words, all: readonly (readonly [string, Cell])[]): Markup =>
  html`<dl class="tiles">${all.map(([name, cell]) => html`<div><dt>${name}</dt><dd>${figure(words, cell)}</dd></div>`)}</dl>`;

const overview = (words: Words, { begun, ends: counts }: InsightReport): Markup =>
  tiles(words, [
    [words.text('insight:begun'), begun],
    ...ends.map((end, n) => [endLabel(words, end), counts[n] ?? null] as const),
  ]);

const flowLabel = (words: Words, name: string): string => {
  if (name === stayed) return words.text('insight:heads.stayed');
  return endGroups.some((end) => end === name) ? endLabel(words, name) : groupLabel(words, name);
};

/** Returns a table without the rows and columns in which nothing is. */
function trimmed({ rows, columns, cells }: Table): Table {
  const has = (cell: Cell | undefined) => cell === null || (cell ?? 0) > 0;
  const left = columns.map((_, x) => x).filter((x) => cells.some((row) => has(row[x])));
  const lines = rows.map((_, y) => y).filter((y) => cells[y]?.some(has));
  return {
    rows: lines.map((y) => rows[y] ?? ''),
    columns: left.map((x) => columns[x] ?? ''),
    cells: lines.map((y) => left.map((x) => cells[y]?.[x] ?? null)),
  };
}

/** Returns a table, which scrolls by itself where it is wider than the screen. */
const grid = (
  words: Words,
  { rows, cells }: Table,
  name: string,
  first: string,
  heads: readonly string[],
  label: (row: string) => string,
): Markup =>
  html`<div class="scroll" role="group" aria-labelledby="${name}" tabindex="0"><table><thead><tr><th scope="col">${first}</th>${heads.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody>${rows.map((row, y) => html`<tr><th scope="row">${label(row)}</th>${(cells[y] ?? []).map((cell) => html`<td>${figure(words, cell)}</td>`)}</tr>`)}</tbody></table></div>`;

/** Returns what became of a list: from those to whom it was shown to those whose case it solved. */
function funnel(words: Words, { rows, columns, cells }: Table): Markup {
  const [id = ''] = rows;
  const [row = []] = cells;
  const most = Math.max(1, ...row.map((cell) => cell ?? 0));
  const head = (column: string) => {
    const [kind, step = ''] = column.split('.');
    return kind === 'step'
      ? words.text('insight:heads.step', { step })
      : words.text(`insight:heads.${kind as 'given' | 'checked' | 'fixed'}`);
  };
  return html`<section class="funnel" aria-label="${listLabel(words, id)}"><h3>${listLabel(words, id)}</h3><dl>${columns.map(
    (column, n) =>
      html`<div><dt>${head(column)}</dt><dd>${figure(words, row[n] ?? null)}<meter min="0" max="${most}" value="${row[n] ?? 0}" aria-hidden="true"></meter></dd></div>`,
  )}</dl></section>`;
}

function desks(words: Words, report: InsightReport): Markup {
  const heads = (['desk', 'answers', 'median', 'most'] as const).map((one) => words.text(`insight:heads.${one}`));
  const time = (seconds: number | null) =>
    seconds === null ? figure(words, null) : html`${timeLabel(words, seconds)}`;
  return html`<div class="scroll" role="group" aria-labelledby="desks" tabindex="0"><table><thead><tr>${heads.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody>${report.desks.map(({ desk, count, median, most }) => html`<tr><th scope="row">${desk}</th><td>${figure(words, count)}</td><td>${time(median)}</td><td>${time(most)}</td></tr>`)}</tbody></table></div>`;
}
