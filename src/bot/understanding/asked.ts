import type { Facts } from '../../flows/facts.ts';
import type { QuestionId } from '../../flows/questions.ts';

/** What the person is looking at. */
export interface Asked {
  readonly question: QuestionId | undefined;
  readonly at:
    | 'question'
    | 'list'
    | 'step'
    | 'stuck'
    | 'check'
    | 'advice'
    | 'putback'
    | 'rescue'
    | 'form'
    | 'recipient'
    | 'closed'
    | 'clarify';
  /** Where the PC is known to come from: only a plain word about the PC itself makes an organisation's PC another's, or a used one new. */
  readonly origin?: Facts['origin'];
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

/** Returns the place that somebody looks at, as the labels name it (`docs/labels.md`). */
export const placeAsked = ({ question, at }: Asked): string =>
  question ?? (at === 'question' ? 'none' : at === 'stuck' ? 'step' : at);
