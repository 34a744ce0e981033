import type { Input } from '../../src/bot/types.ts';
import type { Reading } from '../../src/flows/events.ts';
import type { QuestionId } from '../../src/flows/questions.ts';
import { promptOf } from '../../src/flows/session.ts';
import type { Card } from './cards.ts';
import type { Person, Turn } from './play.ts';
import { ruleOf } from './rows.ts';

/** Returns the person of a card: they answer each question once in their own words, take every advice, and no list helps them. */
export const personOf =
  (card: Card): Person =>
  (turns) => {
    const turn = turns.at(-1);
    if (turn === undefined) return { type: 'text', text: card.t };
    const prompt = promptOf(turn.talk.snapshot);
    if (prompt.kind === 'closed') return undefined;
    if (isDoubt(turn)) return press(turn, confirmed(card, turn));
    switch (prompt.kind) {
      case 'form':
      case 'recipient':
        return undefined;
      case 'question':
        return turns.slice(0, -1).some((earlier) => asks(earlier, prompt.id))
          ? press(turn, 'dont-know')
          : { type: 'text', text: answerTo(prompt.id, card) };
      case 'list':
        return press(turn, 'done');
      case 'step':
      case 'stuck':
        return press(turn, 'all');
      case 'check':
        return press(turn, 'not-solved', 'yes'); // `yes`: the copies of U3 open.
      case 'advice':
        return press(turn); // The first button takes the advice; after a wait it says that all is well.
    }
  };

/** Returns the words on the card that answer a question. */
function answerTo(question: QuestionId, card: Card): string {
  switch (question) {
    case 'origin':
    case 'provenance':
    case 'leaver':
    case 'sale':
    case 'seller':
      return card.whose;
    case 'screen':
    case 'data':
      return card[question];
    default:
      return card.else;
  }
}

/** Returns true where a turn asks which of several readings was meant. */
const isDoubt = ({ talk }: Turn) => talk.snapshot.context.candidates.length > 0;

function asks(turn: Turn, id: QuestionId): boolean {
  const prompt = promptOf(turn.talk.snapshot);
  return !isDoubt(turn) && prompt.kind === 'question' && prompt.id === id;
}

/** Returns the button of the first reading that is true of the person. */
function confirmed({ row }: Card, { talk }: Turn): string {
  const { meant } = ruleOf(row);
  const isTrue = (reading: Reading) =>
    'facts' in reading
      ? meant.some((slot) => slot in reading.facts)
      : row === '5b' && 'intent' in reading && reading.intent === 'solved';
  const n = talk.snapshot.context.candidates.findIndex(isTrue);
  return n < 0 ? 'none-of-these' : `reading-${n}`;
}

/** Returns a press on the first of these buttons that is shown, else on the first one of all. */
function press({ reply: { view } }: Turn, ...wanted: readonly string[]): Input {
  const shown = view.choices.map(({ id }) => id);
  const choice = wanted.find((id) => shown.includes(id)) ?? shown[0];
  if (choice === undefined) throw new Error(`${view.id} has no buttons`);
  return { type: 'choice', to: view.id, choice };
}
