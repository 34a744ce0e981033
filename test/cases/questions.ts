import type { Question } from './cards.ts';
import { play } from './play.ts';

/** Returns a question with the reply of the bot and what a right one says, for people to judge. `n`: its number. */
export function answered(question: Question, n: number): string {
  const { language, context, whose, q, right, wrong } = question;
  const turns = play(language, (before) => {
    const texts = before.map(({ input }) => (input.type === 'text' ? input.text : ''));
    if (texts.includes(q)) return undefined;
    if (context !== '' && texts.length === 0) return { type: 'text', text: context };
    const isAskedWhose = texts.length === 1 && before[0]?.reply.view.id === 'question.origin';
    return { type: 'text', text: isAskedWhose ? whose : q };
  });
  const places = turns.slice(0, -1).map(({ reply }) => reply.view.id);
  const view = turns.at(-1)?.reply.view;
  const title = view?.title ? `[${view.title}] ` : '';
  return [
    `#${n} [${language}] after ${places.join(', ') || 'nothing'}${context === '' ? '' : ` (“${context}”)`}`,
    `Q: ${q}`,
    `A: ${view?.lead.join('\n   ')}`,
    `then: ${title}${[view?.text, ...(view?.steps ?? [])].join(' / ')}`,
    `right: ${right}`,
    `wrong: ${wrong}`,
    '',
  ].join('\n');
}
