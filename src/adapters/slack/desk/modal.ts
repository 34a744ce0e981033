import { wordsIn } from '../../../bot/i18n.ts';
import { redact } from '../../../bot/runtime/index.ts';
import type { FormPayload } from '../receive/payloads.ts';
import { limits, type Modal, modalSchema } from '../render/blocks.ts';
import { label } from '../render/text.ts';
import type { Answered } from './answered.ts';

/** The callback id of the modal in which staff answer. */
export const answerForm = 'desk:answer';
/** The block id of its only field. */
const field = 'answer';

/** Renders the modal in which staff answer a case, in Japanese, the desk's own language. */
export function answerModal(from: Answered): Modal {
  const words = wordsIn('ja');
  return modalSchema.parse({
    type: 'modal',
    callback_id: answerForm,
    private_metadata: JSON.stringify(from),
    title: label(words.text('slack:desk.answer.title'), limits.title),
    submit: label(words.text('slack:desk.answer.submit'), limits.title),
    close: label(words.text('slack:form.close'), limits.title),
    blocks: [
      {
        type: 'input',
        block_id: field,
        optional: false,
        label: label(words.text('slack:desk.answer.label'), limits.label),
        element: {
          type: 'plain_text_input',
          action_id: 'value',
          multiline: true,
          max_length: limits.answer,
          placeholder: label(words.text('slack:desk.answer.hint'), limits.placeholder),
        },
      },
    ],
  });
}

/** Returns the answer that staff wrote into the modal; empty if there is none. */
export const answerIn = ({ view }: FormPayload): string => view.state.values[field]?.['value']?.value?.trim() ?? '';

/** The reason why an answer is not passed on: its text, or a conversation that is no longer stored. */
type Wrong = 'empty' | 'long' | 'secret' | 'gone';

/** Validates an answer; returns the reason for refusing it, or undefined if there is none. */
export function wrongIn(text: string): Wrong | undefined {
  if (text === '') return 'empty';
  if (text.length > limits.answer) return 'long';
  return redact(text).secrets.length > 0 ? 'secret' : undefined;
}

/** Returns the error beside the field that says why an answer is not passed on. */
export const refusing = (why: Wrong) => ({ [field]: wordsIn('ja').text(`slack:desk.answer.${why}`) });
