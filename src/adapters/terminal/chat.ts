import { createInterface } from 'node:readline';
import { advance } from '../../bot/advance.ts';
import { open } from '../../bot/talk.ts';
import type { Contacts, Input, Language, Outgoing } from '../../bot/types.ts';
import { show } from '../../bot/view/index.ts';
import { wordsIn } from '../../bot/words.ts';
import { readLine, writeLine } from './json.ts';
import { render } from './render.ts';

/** How a chat in the terminal looks. */
export interface Look {
  readonly language: Language;
  readonly json: boolean;
  readonly colour: boolean;
}

/** Chats until the input ends: one message a line, one answer each. */
export async function chat(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  look: Look,
  contacts: Contacts,
) {
  let talk = open(look.language);
  let shown = show(talk, contacts);
  const lines = createInterface({ input, terminal: false });
  const print = (outgoing: Outgoing) =>
    output.write(
      look.json ? `${writeLine(outgoing)}\n` : `${render(outgoing, wordsIn(talk.language), look.colour)}\n> `,
    );
  print(shown);
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const read: Input = look.json ? readLine(line, shown) : { type: 'text', text: line };
    talk = advance(talk, read);
    shown = show(talk, contacts);
    print(shown);
  }
  if (!look.json) output.write(`\n${wordsIn(talk.language).text('terminal:goodbye')}\n`);
}
