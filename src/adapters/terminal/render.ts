import { styleText } from 'node:util';
import { wordsIn } from '../../bot/i18n.ts';
import { otherLanguages } from '../../bot/languages.ts';
import type { Language, Outgoing } from '../../bot/types.ts';
import { apart } from '../../bot/view/choices.ts';
import { condensed } from '../../bot/view/condensed.ts';

/** Renders a view as lines for a terminal: numbered choices, the commands on one line, and colour only if `colour` is set. */
export function render(outgoing: Outgoing, language: Language, colour: boolean): string {
  const words = wordsIn(language);
  const { view, handover } = condensed(outgoing);
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const { answers, after } = apart(view.choices);
  const others = otherLanguages(language);
  const always = [
    ...after,
    // Whoever has one other language knows it; of several, people see which there are.
    ...(others.length > 1 ? others : []),
  ];
  const paragraphs = [
    ...view.lead,
    view.quote.replace(/^/gm, view.quote === '' ? '' : '> '),
    view.title === '' ? '' : style('bold', `■ ${view.title}`),
    view.text,
    view.steps.map((step, n) => `${n + 1}. ${step}`).join('\n'),
    (view.form?.fields ?? [])
      .map(({ label, hint, value }) => `・${label}: ${value || style('dim', `(${hint})`)}`)
      .join('\n'),
    handover === null ? '' : ['-'.repeat(32), handover.text, '-'.repeat(32)].join('\n'),
    view.notes.map((note) => style('yellow', `※ ${note}`)).join('\n'),
    answers.map(({ label }, n) => `  ${style('cyan', `[${n + 1}]`)} ${label}`).join('\n'),
    style('dim', `${words.text('terminal:always')}: ${always.map(({ label }) => label).join(' / ')}`),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}
