import type { Block } from '../../src/adapters/slack/render/blocks.ts';
import { languageButton, languages } from '../../src/bot/languages.ts';
import { commands } from '../../src/bot/view/choices.ts';

/** A button or an entry of a menu, as it was drawn. */
export interface Drawn {
  readonly label: string;
  readonly choice: string;
  readonly action: object;
}

/** A message as a person reads it, and what can be pressed. */
export interface Shown {
  /** Leads, title, text, steps (`1. …`), the text to copy, notes (`※ …`), one paragraph each. */
  readonly lines: readonly string[];
  /** The answers, in their order; what is everywhere is left out. */
  readonly answers: readonly Drawn[];
  /** Everything that can be pressed, but the button that opens the form. */
  readonly buttons: readonly Drawn[];
  /** The button that opens the form. */
  readonly form: Drawn | undefined;
}

/** Reads the blocks of a sent message back, independently of what made them. */
export function shownIn(blocks: readonly Block[]): Shown {
  const drawn = blocks.flatMap(drawnIn);
  const buttons = drawn.filter(({ choice }) => choice !== 'form');
  return {
    lines: blocks.flatMap(linesOf),
    buttons,
    answers: buttons.filter(({ choice }) => !everywhere.includes(choice) && !opensStep(choice)),
    form: drawn.find(({ choice }) => choice === 'form'),
  };
}

const opensStep = (choice: string): boolean => choice.startsWith('step-');
const everywhere: readonly string[] = [
  ...commands,
  ...languages.map((language) => languageButton(language).id),
  'cancel',
];

function drawnIn(block: Block): readonly Drawn[] {
  if (block.type !== 'actions') return [];
  const { block_id } = block;
  return block.elements.flatMap((element): readonly Drawn[] => {
    const { type, action_id } = element;
    if (element.type === 'button') {
      const { value = '', text } = element;
      return [{ label: text.text, choice: choiceIn(value), action: { type, action_id, block_id, value, text } }];
    }
    return element.options.map((option) => ({
      label: option.text.text,
      choice: choiceIn(option.value),
      action: { type, action_id, block_id, selected_option: option },
    }));
  });
}

const choiceIn = (value: string): string => value.split(' ')[1] ?? value;

function linesOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'header':
      return [block.text.text];
    case 'section':
      return [unescaped(block.text.text)];
    case 'context':
      return block.elements.map(({ text }) => `※ ${unescaped(text).replace(/^(※|Note:) /, '')}`);
    case 'rich_text':
      return block.elements.flatMap((part) =>
        part.type === 'rich_text_list'
          ? part.elements.map(
              ({ elements }, n) => `${part.style === 'ordered' ? `${n + 1}.` : '・'} ${textOf(elements)}`,
            )
          : [textOf(part.elements)],
      );
    default:
      return [];
  }
}

/** A link shows its address, a mention the id. */
const textOf = (
  elements: readonly ({ readonly text: string } | { readonly url: string } | { readonly user_id: string })[],
): string =>
  elements
    .map((one) => {
      if ('user_id' in one) return `@${one.user_id}`;
      return 'url' in one ? one.url : one.text;
    })
    .join('');
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
