import type { Occurred, OccurrenceCount } from '../store/occurrences.ts';
import { type Cell, hideSmall, hideSmallOf, least } from './hidden.ts';

/** A table of figures: names of rows and columns, and its cells. */
export interface Table {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
}

/** The answers of a desk, and the seconds within which half of them and nine in ten came; null: hidden. */
export interface DeskTimes {
  readonly desk: string;
  readonly count: Cell;
  readonly median: number | null;
  readonly most: number | null;
}

/** The figures of a time, with those hidden that might be about somebody whom the reader knows. */
export interface InsightReport {
  readonly isEmpty: boolean;
  readonly begun: Cell;
  readonly ends: readonly Cell[];
  /** The moves from group to group, and in the last column how many stayed. Totals of its rows and columns tell nothing that it hides. */
  readonly flow: Table;
  /** How many came to each group; to the begin, how many began. */
  readonly came: readonly Cell[];
  readonly places: Table;
  readonly lists: readonly Table[];
  readonly origins: Table;
  readonly codes: Table;
  readonly situations: Table;
  readonly heard: Table;
  readonly asked: Table;
  readonly desks: readonly DeskTimes[];
  readonly ratings: readonly Cell[];
}

/** The ends of cases, in the order in which they are shown. */
export const ends = ['resolved', 'escalated', 'solved_by_desk', 'cancelled', 'idle'] as const;
/** What became of a message. */
export const hearings = ['accepted', 'asked', 'not_understood', 'passed_on'] as const;
/** The groups of places that the chart shows: those of a case under way, and its ends. */
export const groups = ['start', 'questions', 'clarify', 'advice', 'lists', 'handover'] as const;
export const endGroups = ['resolved', 'escalated', 'cancelled', 'idle'] as const;
/** The column of those who stayed. */
export const stayed = 'stayed';
/** Maximum number of rows of a table. */
const mostRows = 60;

/** Returns the group of a place. */
export function groupOf(place: string): (typeof groups)[number] | (typeof endGroups)[number] {
  const [kind = '', name] = place.split('.');
  switch (kind) {
    case '':
      return 'start';
    case 'question':
      return 'questions';
    case 'list':
    case 'step':
    case 'stuck':
    case 'check':
      return 'lists';
    case 'recipient':
    case 'form':
      return 'handover';
    case 'closed':
      return endGroups.find((end) => end === name) ?? 'cancelled';
    default:
      return kind === 'clarify' ? 'clarify' : 'advice';
  }
}

/** Returns the figures of what occurred. */
export function reportOf({ counts, answers }: Occurred): InsightReport {
  const of = (kind: OccurrenceCount['kind']) => counts.filter((one) => one.kind === kind);
  const sum = (some: readonly OccurrenceCount[], name: string) =>
    some.reduce((total, one) => total + (one.name === name ? one.count : 0), 0);
  const ended = of('ended');
  const byEnd = (row: (one: OccurrenceCount) => string) => tableOf(ended, row, ({ name }) => name, ends);
  const begun = of('begun').reduce((total, { count }) => total + count, 0);
  const rated = of('rated');
  return {
    isEmpty: counts.length === 0,
    begun: begun > 0 && begun < least ? null : begun,
    ends: hideSmallOf(ends.map((end) => sum(ended, end))),
    ...flowOf(of('moved')),
    places: placesOf(of('moved')),
    lists: listsOf(counts),
    origins: byEnd(({ origin }) => origin),
    codes: byEnd(({ code }) => code),
    situations: byEnd(({ situation }) => situation),
    heard: tableOf(
      of('heard'),
      ({ from }) => from,
      ({ name }) => name,
      hearings,
    ),
    asked: tableOf(
      of('asked'),
      ({ name }) => name,
      () => 'count',
      ['count'],
    ),
    desks: desksOf(answers),
    ratings: hideSmallOf(['good', 'bad'].map((rating) => sum(rated, rating))),
  };
}

/** Returns a table of counts, the fullest row first. */
function tableOf(
  counts: readonly OccurrenceCount[],
  rowOf: (one: OccurrenceCount) => string,
  columnOf: (one: OccurrenceCount) => string,
  columns: readonly string[],
): Table {
  const rows = new Map<string, number[]>();
  for (const one of counts) {
    const column = columns.indexOf(columnOf(one));
    const row = rows.get(rowOf(one)) ?? columns.map(() => 0);
    row[column] = (row[column] ?? 0) + one.count;
    rows.set(rowOf(one), row);
  }
  const all = [...rows].sort(([, one], [, other]) => total(other) - total(one));
  const cells = hideSmall(all.map(([, row]) => row));
  return { rows: all.map(([name]) => name).slice(0, mostRows), columns, cells: cells.slice(0, mostRows) };
}

const total = (cells: readonly number[]): number => cells.reduce((sum, cell) => sum + cell, 0);

/** Returns who came and who stayed: came less went on. At the edges of a time somebody may go on who came before it; that counts as nobody. */
function standing(moved: readonly OccurrenceCount[], nameOf: (place: string) => string) {
  const all = new Map<string, { came: number; went: number }>();
  const at = (name: string) => {
    const known = all.get(name) ?? { came: 0, went: 0 };
    all.set(name, known);
    return known;
  };
  for (const { name, from, count } of moved) {
    const [source, target] = [nameOf(from), nameOf(name)];
    if (source === target) continue;
    at(source).went += count;
    at(target).came += count;
  }
  return [...all].map(([name, { came, went }]) => ({ name, came, stayed: Math.max(0, came - went) }));
}

function flowOf(moved: readonly OccurrenceCount[]): Pick<InsightReport, 'flow' | 'came'> {
  const nodes: readonly string[] = [...groups, ...endGroups];
  const stands = standing(moved, groupOf);
  const table = nodes.map((from) => {
    const going = moved.filter((one) => groupOf(one.from) === from);
    const to = nodes.map((node) =>
      going.reduce((sum, { name, count }) => sum + (node !== from && groupOf(name) === node ? count : 0), 0),
    );
    return [...to, from === 'start' ? 0 : (stands.find(({ name }) => name === from)?.stayed ?? 0)];
  });
  const came = nodes.map((node, n) =>
    node === 'start' ? total(table[n] ?? []) : total(table.map((row) => row[n] ?? 0)),
  );
  return {
    flow: { rows: nodes, columns: [...nodes, stayed], cells: hideSmall(table) },
    came: came.map((count) => (count > 0 && count < least ? null : count)),
  };
}

function placesOf(moved: readonly OccurrenceCount[]): Table {
  const all = standing(moved, (place) => place)
    .filter(({ name }) => name !== '' && !name.startsWith('closed.'))
    .sort((one, other) => other.stayed - one.stayed || other.came - one.came);
  const came = hideSmallOf(all.map((one) => one.came));
  const stays = hideSmallOf(all.map((one) => one.stayed));
  return {
    rows: all.map(({ name }) => name).slice(0, mostRows),
    columns: ['arrived', stayed],
    cells: all.map((_, n) => [came[n] ?? null, stays[n] ?? null]).slice(0, mostRows),
  };
}

/** Returns a table of one row for each list: shown, its steps one at a time, the question whether it worked, solved. These are no parts of a whole: each is hidden for itself. */
function listsOf(counts: readonly OccurrenceCount[]): readonly Table[] {
  const sum = (kind: OccurrenceCount['kind'], name: string) =>
    counts.reduce((total, one) => total + (one.kind === kind && one.name === name ? one.count : 0), 0);
  const shown = (count: number): Cell => (count > 0 && count < least ? null : count);
  const lists = [...new Set(counts.filter(({ kind }) => kind === 'given').map(({ name }) => name))].sort();
  return lists.map((list) => {
    const last = counts
      .filter(({ kind, name }) => kind === 'moved' && name.startsWith(`step.${list}.`))
      .reduce((most, { name }) => Math.max(most, Number(name.split('.')[2] ?? 0)), 0);
    const steps = Array.from({ length: last }, (_, n) => `step.${n + 1}`);
    return {
      rows: [list],
      columns: ['given', ...steps, 'checked', 'fixed'],
      cells: [
        [
          shown(sum('given', list)),
          ...steps.map((_, n) => shown(sum('moved', `step.${list}.${n + 1}`))),
          shown(sum('moved', `check.${list}`)),
          shown(sum('fixed', list)),
        ],
      ],
    };
  });
}

function desksOf(answers: Occurred['answers']): readonly DeskTimes[] {
  const byDesk = Map.groupBy(answers, ({ desk }) => desk);
  const counts = hideSmallOf([...byDesk.values()].map(({ length }) => length));
  return [...byDesk].map(([desk, all], n) => {
    const times = all.map(({ seconds }) => seconds).sort((one, other) => one - other);
    const within = (share: number) =>
      counts[n] === null ? null : (times[Math.ceil(times.length * share) - 1] ?? null);
    return { desk, count: counts[n] ?? null, median: within(0.5), most: within(0.9) };
  });
}
