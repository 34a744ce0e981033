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
    | 'situation'
    | 'subject'
    | 'form'
    | 'recipient'
    | 'closed'
    | 'clarify';
  /** Where the PC is known to come from: only a plain word about the PC itself makes an organisation's PC another's, or a used one new. */
  readonly origin?: Facts['origin'];
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

/** Returns the place that somebody looks at, as the labels name it (`docs/labels.md`). */
export const placeAsked = ({ question, at }: Asked): string => question ?? places[at] ?? at;
/** The places that the labels know under another name. */
const places: Partial<Record<Asked['at'], string>> = {
  question: 'none',
  stuck: 'step',
  situation: 'advice',
  subject: 'advice',
};
