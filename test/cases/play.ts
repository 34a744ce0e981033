import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { type Conversation, openConversation } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import type { Input, Language, Outgoing } from '../../src/bot/types.ts';
import { show } from '../../src/bot/view/index.ts';

/** One turn of a talk: what the person did, and what came of it. */
export interface Turn {
  readonly input: Input;
  readonly talk: Conversation;
  readonly reply: Outgoing;
}

/** A person: what they do next after these turns; undefined: nothing, the talk is over. */
export type Person = (turns: readonly Turn[]) => Input | undefined;

/** The most turns of a talk: whoever is not through by then gives up. */
const longest = 24;
const contacts = readContacts(exampleContacts);

/** Returns the talk of a person with the bot, turn by turn. */
export function play(language: Language, person: Person): readonly Turn[] {
  const turns: Turn[] = [];
  let talk = openConversation(language);
  while (turns.length < longest) {
    const input = person(turns);
    if (input === undefined) break;
    talk = advance(talk, input);
    turns.push({ input, talk, reply: show(talk, contacts) });
  }
  return turns;
}
