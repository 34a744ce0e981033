import { unlimited } from '../../bot/lib/rates.ts';
import type { Adapter, MessageRef } from '../../bot/ports.ts';
import type { Language, Outgoing } from '../../bot/types.ts';
import { writeLine } from './json.ts';
import { render } from './render.ts';
import { terminalId } from './resume.ts';

/** The display options of a chat in the terminal. */
export interface Look {
  /** The requested language; undefined for that of the conversation, else the default one. */
  readonly language: Language | undefined;
  readonly json: boolean;
  readonly colour: boolean;
}

interface Shown {
  readonly outgoing: Outgoing;
  readonly language: Language;
}

/** The terminal channel: its adapter, and access to its screen. */
export interface Terminal {
  readonly adapter: Adapter;
  /** Returns the last view shown and its language; undefined before the first. */
  shown(): Shown | undefined;
  /** Prints a view; outside a turn, too. */
  print(outgoing: Outgoing, language: Language): void;
}

/** Returns the terminal as a channel. Printing cannot fail halfway, and a chat that is resumed shows everything that matters again: so `find` reports every message as delivered, and none is sent again. */
export function terminal(output: NodeJS.WritableStream, { json, colour }: Look): Terminal {
  let last: Shown | undefined;
  const print = (outgoing: Outgoing, language: Language) => {
    last = { outgoing, language };
    output.write(json ? `${writeLine(outgoing)}\n` : `${render(outgoing, language, colour)}\n> `);
  };
  const message = '' as MessageRef;
  return {
    adapter: {
      channel: terminalId,
      searchable: true,
      limitOf: () => unlimited,
      start: async () => {},
      post: async ({ language }, _key, outgoing) => {
        print(outgoing, language);
        return { outcome: 'done', message };
      },
      // What was printed stays.
      replace: async () => undefined,
      settle: async () => ({ outcome: 'done', message }),
      find: async () => message,
      acknowledge: async () => {},
      // Nothing is sent here but words.
      fetch: async () => ({ outcome: 'none', why: 'gone' }),
      attach: async () => ({ outcome: 'done', message }),
      contactOf: async () => ({ name: '', mail: '', chat: '', thread: '' }),
      stop: async () => {},
    },
    shown: () => last,
    print,
  };
}
