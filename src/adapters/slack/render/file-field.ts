import type { SentFile } from '../../../bot/types.ts';
import { slackFiles } from '../receive/files.ts';
import type { FormPayload } from '../receive/payloads.ts';
import { type Block, limits, type Modal } from './blocks.ts';
import { label } from './text.ts';

/** The block id of the field for files. */
export const fileField = 'files';

/** Returns the field of a modal for at most `most` files, of the kinds that are passed on: https://docs.slack.dev/reference/block-kit/block-elements/file-input-element */
export const fileInput = (words: string, most: number): Block => ({
  type: 'input',
  block_id: fileField,
  optional: true,
  label: label(words, limits.label),
  element: {
    type: 'file_input',
    action_id: 'value',
    filetypes: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'heic', 'pdf', 'txt', 'log'],
    max_files: most,
  },
});

/** Returns the files that were added to a modal, at most `most`. */
export const filesIn = ({ state }: Pick<FormPayload['view'], 'state'>, most: number): readonly SentFile[] =>
  slackFiles(state.values[fileField]?.['value']?.files).slice(0, most);

/** Returns true for the field for files. */
const isForFiles = (block: Block): boolean => block.type === 'input' && block.element.type === 'file_input';

/** Returns a modal without its field for files; undefined if it has none, or nothing else. */
export function withoutFiles(view: Modal): Modal | undefined {
  const blocks = view.blocks.filter((block) => !isForFiles(block));
  return blocks.length === 0 || blocks.length === view.blocks.length ? undefined : { ...view, blocks };
}
