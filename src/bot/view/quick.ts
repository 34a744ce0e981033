import { wordsIn } from '../i18n.ts';
import type { Language } from '../types.ts';

/** A quick answer that staff may begin with: its title for them, and its text for the person. */
export interface QuickAnswer {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const ids = ['vpn', 'server', 'bring', 'asset', 'licence', 'call'] as const;

/** Returns the quick answers, with titles in the language of a desk and texts in that of the person. */
export const quickAnswers = (desk: Language, person: Language): readonly QuickAnswer[] =>
  ids.map((id) => ({
    id,
    title: wordsIn(desk).letters.text(`desk:templates.${id}`),
    text: wordsIn(person).text(`turns:quick.${id}`),
  }));

/** Returns an answer with a quick one in it: in place of another that was not changed, else below what is written. Unchanged if there is no such quick answer, or it would be longer than `most` characters. */
export function withQuick(answer: string, id: string, all: readonly QuickAnswer[], most: number): string {
  const quick = all.find((one) => one.id === id);
  const own = all.some(({ text }) => text === answer.trim()) ? '' : answer.trimEnd();
  const next = [own, quick?.text ?? ''].filter((text) => text !== '').join('\n');
  return quick === undefined || next.length > most ? answer : next;
}
