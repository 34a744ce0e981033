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
    | 'form'
    | 'recipient'
    | 'closed'
    | 'clarify';
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}
