import type { Words } from '../../bot/i18n.ts';
import { html, type Markup } from './html.ts';
import { endLabel, groupLabel } from './labels.ts';
import { endGroups, groups, type InsightReport, stayed } from './report.ts';

/** Sizes in units of the drawing, which is as wide as a telephone and as high as it takes. */
const size = { width: 360, height: 430, box: 46, thickest: 14 };
type Node = (typeof groups)[number] | (typeof endGroups)[number];
/** The middle of each box, and its width: from the begin above to the ends below. */
const boxes: Readonly<Record<Node, { readonly x: number; readonly y: number; readonly width: number }>> = {
  start: { x: 180, y: 30, width: 110 },
  questions: { x: 108, y: 120, width: 120 },
  clarify: { x: 282, y: 120, width: 120 },
  lists: { x: 108, y: 215, width: 120 },
  advice: { x: 282, y: 215, width: 120 },
  handover: { x: 195, y: 305, width: 120 },
  resolved: { x: 46, y: 395, width: 80 },
  escalated: { x: 135, y: 395, width: 80 },
  cancelled: { x: 225, y: 395, width: 80 },
  idle: { x: 314, y: 395, width: 80 },
};
const isEnd = (node: Node): boolean => endGroups.some((end) => end === node);

/** Draws where cases went: a box for each group of places with how many came and stayed, a line for each way that was gone, the thicker the more. The table below says the same in figures. */
export function chart(
  { flow: { rows, columns, cells }, came }: Pick<InsightReport, 'flow' | 'came'>,
  words: Words,
): Markup {
  const nodes: readonly Node[] = [...groups, ...endGroups];
  const at = (from: string, to: string) => cells[rows.indexOf(from)]?.[columns.indexOf(to)] ?? null;
  const ways = nodes.flatMap((from) => nodes.flatMap((to) => ({ from, to, count: at(from, to) ?? 0 })));
  const most = Math.max(1, ...ways.map(({ count }) => count));
  const name = (node: Node) => (isEnd(node) ? endLabel(words, node) : groupLabel(words, node));
  const drawn = ways.filter(({ count }) => count > 0).map((way) => line(way, most));
  const title = words.text('insight:sections.flow');
  return html`<svg class="flow" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${title}">
<defs><marker id="tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
${drawn}
${nodes.map((node) => box(node, name(node), came[rows.indexOf(node)] ?? null, at(node, stayed), words))}
</svg>`;
}

function line({ from, to, count }: { from: Node; to: Node; count: number }, most: number): Markup {
  const [a, b] = [boxes[from], boxes[to]];
  const down = b.y > a.y;
  const level = a.y === b.y;
  const half = size.box / 2;
  // Ways back go along the side, so that they do not cover the ways there.
  const side = down ? -8 : 10;
  const [x1, x2] = level
    ? [a.x + (b.x > a.x ? a.width : -a.width) / 2, b.x + (b.x > a.x ? -b.width : b.width) / 2]
    : [a.x + side, b.x + side];
  const [y1, y2] = level ? [a.y + side, b.y + side] : [a.y + (down ? half : -half), b.y + (down ? -half : half)];
  const middle = (y1 + y2) / 2;
  const thick = Math.max(1, Math.round(size.thickest * Math.sqrt(count / most)));
  const path = level ? `M${x1} ${y1}L${x2} ${y2}` : `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`;
  return html`<path class="way" d="${path}" stroke-width="${thick}" marker-end="url(#tip)"/>`;
}

function box(node: Node, name: string, came: number | null, stays: number | null, words: Words): Markup {
  const { x, y, width } = boxes[node];
  const half = size.box / 2;
  const figure = (count: number | null) => (count === null ? '–' : String(count));
  const below = node === 'start' || isEnd(node) ? '' : ` / ${words.text('insight:heads.stayed')} ${figure(stays)}`;
  return html`<g class="${isEnd(node) ? 'box end' : 'box'}"><rect x="${x - width / 2}" y="${y - half}" width="${width}" height="${size.box}" rx="8"/><text x="${x}" y="${y - 4}">${name}</text><text class="figure" x="${x}" y="${y + 14}">${figure(came)}${below}</text></g>`;
}
