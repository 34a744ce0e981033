import { wordsIn } from '../../../bot/i18n.ts';
import type { Handling } from '../../../bot/ports.ts';
import { asWritten, checkAnswer } from '../../../bot/runtime/index.ts';
import type { Language, SentFile } from '../../../bot/types.ts';
import { quickAnswers } from '../../../bot/view/quick.ts';
import { stateOf } from '../../../bot/view/ticket.ts';
import type { DeskSetup } from '../../desk/kind.ts';
import type { FormPayload } from '../receive/payloads.ts';
import { type Block, limits, type Modal, modalSchema } from '../render/blocks.ts';
import { fileInput, filesIn } from '../render/file-field.ts';
import { quoted, said } from '../render/render.ts';
import { label } from '../render/text.ts';
import type { Answered } from './answered.ts';

/** The callback id of the modal in which staff answer. */
export const answerForm = 'desk:answer';
/** The block id of its field; another one each time that the bot fills it in. */
const fieldOf = ({ filled }: Answered): string => (filled === 0 ? 'answer' : `answer:${filled}`);
/** The action id of the menu of quick answers. */
export const quickMenu = 'desk:quick';
/** The block id of the box that is ticked to send an answer anyway, and the sign of the doubt that it is meant for: another doubt has another box. */
const anywayField = (sign: string): string => `anyway:${sign}`;

/** An answer that may hold a secret, about which its author is asked. */
export interface Doubt {
  readonly parts: readonly string[];
  readonly sign: string;
}

/** The content of the modal besides the case. */
interface Draft {
  /** How the case stands at the desk; undefined if it is not known. */
  readonly handling: Handling | undefined;
  readonly text: string;
  /** True if somebody else has done something with the case since the modal was opened. */
  readonly overtaken: boolean;
  readonly doubt: Doubt | undefined;
}

/** Renders the modal in which staff answer a case, in the desk's own language: how the case stands, and the field. It says if that has changed since it was opened; with a `doubt` it says what looks like a secret, and offers to send it anyway. */
export function answerModal(from: Answered, { language, zone }: DeskSetup, draft: Draft): Modal {
  const words = wordsIn(language);
  const { handling, text, overtaken, doubt } = draft;
  return modalSchema.parse({
    type: 'modal',
    callback_id: answerForm,
    private_metadata: JSON.stringify({ ...from, seen: handling?.at ?? 0 } satisfies Answered),
    title: label(words.text(from.corrects ? 'slack:desk.correct.title' : 'slack:desk.answer.title'), limits.title),
    submit: label(words.text('slack:desk.answer.submit'), limits.title),
    close: label(words.text('slack:form.close'), limits.title),
    blocks: [
      ...(overtaken ? [said(words.text('desk:overtaken'))] : []),
      ...(handling === undefined ? [] : [said(stateOf(handling, language, zone))]),
      ...(overtaken ? [said(words.text('desk:overtaken-again'))] : []),
      quickly(language),
      {
        type: 'input',
        block_id: fieldOf(from),
        optional: false,
        label: label(words.text('slack:desk.answer.label'), limits.label),
        element: {
          type: 'plain_text_input',
          action_id: 'value',
          multiline: true,
          max_length: limits.answer,
          placeholder: label(
            words.text(from.corrects ? 'slack:desk.correct.hint' : 'slack:desk.answer.hint'),
            limits.placeholder,
          ),
          ...(text !== '' && { initial_value: text }),
        },
      },
      fileInput(words.text('slack:desk.answer.files'), mostFiles),
      ...(doubt === undefined ? [] : asking(doubt, language)),
    ],
  });
}

/** Maximum number of files of an answer. */
const mostFiles = 3;

/** Returns the menu of quick answers. */
const quickly = (language: Language): Block => ({
  type: 'actions',
  block_id: quickMenu,
  elements: [
    {
      type: 'static_select',
      action_id: quickMenu,
      placeholder: label(wordsIn(language).text('desk:templates.open'), limits.placeholder),
      options: quickAnswers(language, language).map(({ id, title }) => ({
        text: label(title, limits.option),
        value: id,
      })),
    },
  ],
});

/** Returns the blocks that ask whether an answer is sent anyway. */
function asking({ parts, sign }: Doubt, language: Language): readonly Block[] {
  const words = wordsIn(language);
  return [
    said(words.text('slack:desk.answer.doubtful')),
    quoted(parts.join('\n')),
    said(words.text('slack:desk.answer.checked')),
    {
      type: 'input',
      block_id: anywayField(sign),
      optional: true,
      label: label(words.text('slack:desk.answer.confirm'), limits.label),
      element: {
        type: 'checkboxes',
        action_id: 'value',
        options: [{ text: label(words.text('slack:desk.answer.anyway'), limits.option), value: 'anyway' }],
      },
    },
  ];
}

/** The part of a submission that says what is filled into a modal. */
type Filled = Pick<FormPayload['view'], 'state'>;
const valueIn = ({ state }: Filled, block: string) => state.values[block]?.['value'];

/** Returns the answer that staff wrote into the modal, as it is shown; empty if there is none. */
export const answerIn = (view: Filled, from: Answered): string => asWritten(valueIn(view, fieldOf(from))?.value ?? '');

/** Returns the files that staff added to an answer. */
export const answerFiles = (view: Filled): readonly SentFile[] => filesIn(view, mostFiles);

/** The reason why an answer is not passed on: its text, a conversation that is no longer stored, or an author who is no staff. */
type Wrong = 'empty' | 'long' | 'secret' | 'gone' | 'not-staff';

/** What is shown when an answer is not passed on: an error beside its field, or the modal once more. */
export type Reply =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: Modal };

/** Returns the error beside the field that says why an answer is not passed on. */
export const refusing = (why: Wrong, from: Answered, language: Language): Reply => ({
  response_action: 'errors',
  errors: { [fieldOf(from)]: wordsIn(language).text(`slack:desk.answer.${why}`) },
});

/** Returns the modal once more in place of itself. */
export const keeping = (view: Modal): Reply => ({ response_action: 'update', view });

/** Validates an answer; returns why it is refused, or what has to be asked about first. Undefined if it is passed on. */
export function flawIn({ view }: FormPayload, from: Answered, language: Language): Reply | Doubt | undefined {
  const text = answerIn(view, from);
  if (text === '') return refusing('empty', from, language);
  if (text.length > limits.answer) return refusing('long', from, language);
  const checked = checkAnswer(text);
  if (checked.kind === 'sure') return refusing('secret', from, language);
  if (checked.kind === 'fine') return undefined;
  const anyway = valueIn(view, anywayField(checked.sign))?.selected_options?.length ?? 0;
  return anyway > 0 ? undefined : checked;
}
