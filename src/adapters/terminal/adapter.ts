import { wordsIn } from '../../bot/i18n.ts';
import { unlimited } from '../../bot/lib/rates.ts';
import type { Adapter, MessageRef } from '../../bot/ports.ts';
import type { Language, Outgoing } from '../../bot/types.ts';
import { writeLine } from './json.ts';
import { render } from './render.ts';

/** How a chat in the terminal looks. */
export interface Look {
  /** The language that was asked for; undefined: the conversation's own, else Japanese. */
  readonly language: Language | undefined;
  readonly json: boolean;
  readonly colour: boolean;
}

interface Shown {
  readonly outgoing: Outgoing;
  readonly language: Language;
}

/** A terminal that shows what it is sent. */
export interface Terminal {
  readonly adapter: Adapter;
  /** What was shown last, and in which language. */
  shown(): Shown | undefined;
  print(outgoing: Outgoing, language: Language): void;
}

/** The terminal as a channel. Printing cannot fail halfway, and whoever comes back is shown everything that counts: so every message is found. */
export function terminal(output: NodeJS.WritableStream, { json, colour }: Look): Terminal {
  let last: Shown | undefined;
  const print = (outgoing: Outgoing, language: Language) => {
    last = { outgoing, language };
    output.write(json ? `${writeLine(outgoing)}\n` : `${render(outgoing, wordsIn(language), colour)}\n> `);
  };
  const message = '' as MessageRef;
  return {
    adapter: {
      channel: 'terminal',
      searchable: true,
      limitOf: () => unlimited,
      start: async () => {},
      post: async ({ language }, _key, outgoing) => {
        print(outgoing, language);
        return { outcome: 'done', message };
      },
      settle: async () => ({ outcome: 'done', message }),
      find: async () => message,
      stop: async () => {},
    },
    shown: () => last,
    print,
  };
}
