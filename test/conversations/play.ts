import { expect } from 'vitest';
import { inWords, type Screen } from './screen.ts';
import { type Said, type Transcript, turnsOf } from './transcript.ts';

/** Somebody who has a conversation on one channel. */
export interface Player {
  /** Begins a conversation that has nothing said yet, and shows the opening. */
  open(): Promise<Screen>;
  text(text: string): Promise<Screen>;
  /** Presses the button with this label. */
  press(label: string): Promise<Screen>;
  /** Sends the form with these values, by the channel's own field id. */
  submit(values: Readonly<Record<string, string>>): Promise<Screen>;
}

/** Plays a transcript on a channel. Fails at the first turn that does not show, word for word, the view that the pure turns come to. */
export async function expectPlayed(written: Transcript, player: Player): Promise<void> {
  let fields: Screen['fields'] = [];
  for (const { line, said, screen } of turnsOf(written)) {
    const shown = await does(player, said, fields);
    expect(inWords(shown), line).toEqual(inWords(screen));
    fields = shown.fields;
  }
}

function does(player: Player, said: Said | null, fields: Screen['fields']): Promise<Screen> {
  if (said === null) return player.open();
  if ('text' in said) return player.text(said.text);
  if ('press' in said) return player.press(said.press);
  const filled = fields.filter(({ label }) => label in said.submit);
  return player.submit(Object.fromEntries(filled.map(({ id, label }) => [id, said.submit[label] ?? ''])));
}
