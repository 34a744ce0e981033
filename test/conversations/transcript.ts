import { readdirSync, readFileSync } from 'node:fs';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { type Conversation, openConversation } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import { defaultLanguage, languages } from '../../src/bot/languages.ts';
import type { Input, Language, View } from '../../src/bot/types.ts';
import { show } from '../../src/bot/view/index.ts';
import { names } from './names.ts';
import { byName, inWords, type Screen, screenOf } from './screen.ts';

/** A conversation as it is written in a `.chat` file. */
export interface Transcript {
  readonly file: string;
  readonly language: Language;
  readonly script: string;
}

/** What somebody does: writes, presses the button with a label, or fills in the form, by the labels of its fields. */
export type Said =
  | { readonly text: string }
  | { readonly press: string }
  | { readonly submit: Readonly<Record<string, string>> };

/** One turn of a transcript, by the pure turns alone. */
export interface Turn {
  /** The `user:` line; empty at the opening. */
  readonly line: string;
  readonly said: Said | null;
  /** What must be shown, on every channel. */
  readonly screen: Screen;
  readonly talk: Conversation;
}

const folder = new URL('./', import.meta.url);

/** Reads a transcript; the file's name says the language. */
export const transcript = (file: string): Transcript => ({
  file,
  language: languages.find((language) => file.endsWith(`.${language}.chat`)) ?? defaultLanguage,
  script: readFileSync(new URL(file, folder), 'utf8'),
});

/** Every transcript. */
export const transcripts: readonly Transcript[] = readdirSync(folder)
  .filter((file) => file.endsWith('.chat'))
  .map(transcript);

/** The line at the top of a transcript that has everything in the words that people read; the others have names. */
const fullWords = '# words: full';

const contacts = readContacts(exampleContacts);

/** Plays the `user:` lines. `[done]` presses a button, `{edition: …; order: …}` sends the form; by their labels where the transcript is in full words. Throws where there is no such button or field. */
export function turnsOf({ script, language }: Transcript): readonly Turn[] {
  const by = isFull(script) ? 'label' : 'id';
  let talk = openConversation(language);
  let shown = show(talk, contacts);
  const turns: Turn[] = [{ line: '', said: null, screen: screenOf(shown), talk }];
  for (const line of script.split('\n').filter((one) => one.startsWith('user: '))) {
    const { said, input } = read(line.slice('user: '.length), shown.view, by);
    talk = advance(talk, input);
    shown = show(talk, contacts);
    turns.push({ line, said, screen: screenOf(shown), talk });
  }
  return turns;
}

const isFull = (script: string): boolean => script.split('\n').includes(fullWords);

function read(text: string, view: View, by: 'id' | 'label'): { readonly said: Said; readonly input: Input } {
  const button = /^\[(.+)\]$/.exec(text)?.[1];
  if (button !== undefined) {
    const choice = named(view.choices, by, button);
    return { said: { press: choice.label }, input: { type: 'choice', to: view.id, choice: choice.id } };
  }
  const form = /^\{(.*)\}$/.exec(text)?.[1];
  if (form === undefined) return { said: { text }, input: { type: 'text', text } };
  const pairs = form.split(';').map((pair) => pair.split(':').map((part) => part.trim()));
  const filled = pairs.filter(([name = '']) => name !== '');
  const given = filled.map(([name = '', value = '']) => ({ ...named(view.form?.fields ?? [], by, name), value }));
  return {
    said: { submit: Object.fromEntries(given.map(({ label, value }) => [label, value])) },
    input: {
      type: 'form',
      to: view.id,
      values: Object.fromEntries(given.map(({ id, value }) => [id, value])),
      files: [],
    },
  };
}

function named<T extends { readonly id: string; readonly label: string }>(
  all: readonly T[],
  by: 'id' | 'label',
  name: string,
): T {
  const found = all.find((one) => one[by] === name);
  if (found === undefined) throw new Error(`No ${name} among ${all.map((one) => one[by])}`);
  return found;
}

/** Writes a transcript anew: its remarks, what was said, and what the bot shows now. */
export function write({ script }: Transcript, turns: readonly Turn[]): string {
  const remarks = script.split('\n').filter((line) => line.startsWith('#'));
  const full = isFull(script);
  const written = turns.flatMap(({ line, screen, talk }) => {
    const [first = '', ...rest] = full ? inWords(screen) : byName(show(talk, contacts, names));
    return [
      ...(line === '' ? [] : ['', line]),
      `bot: ${first}`,
      ...rest.map((one) => (one === '' ? '' : `     ${one}`)),
    ];
  });
  return `${[...remarks, ...written].join('\n')}\n`;
}
