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
    | 'form'
    | 'recipient'
    | 'closed'
    | 'clarify';
  /** It is an organisation's PC: only a plain word about the PC itself makes it another's. */
  readonly issued?: boolean;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}
