/** What a person can read, fill in and press; read back from what a channel was really sent. */
export interface Screen {
  /** Leads, title, text, steps (`1. …`), the handover text, notes (`※ …`), one paragraph each. */
  readonly lines: readonly string[];
  readonly fields: readonly { readonly id: string; readonly label: string }[];
  /** The labels of the answers; the commands that are everywhere are left out. */
  readonly buttons: readonly string[];
}

/** Somebody who has a conversation on one channel. */
export interface Player {
  /** Begins a conversation that has nothing said yet, and shows the opening. */
  open(): Promise<Screen>;
  text(text: string): Promise<Screen>;
  /** Presses the button with this label. */
  press(label: string): Promise<Screen>;
  /** Sends the form with these values, by field id. */
  submit(values: Readonly<Record<string, string>>): Promise<Screen>;
}

/** Plays the `user:` lines of a transcript and writes the whole of it anew. `[label]` presses a button; `{ label: value; … }` sends the form. */
export async function play(script: string, player: Player): Promise<string> {
  const heard: string[] = script.split('\n').filter((line) => line.startsWith('#'));
  let screen = await player.open();
  heard.push(...show(screen));
  for (const line of script.split('\n')) {
    if (!line.startsWith('user: ')) continue;
    const said = line.slice('user: '.length);
    heard.push('', line);
    screen = await answer(said, screen, player);
    heard.push(...show(screen));
  }
  return `${heard.join('\n')}\n`;
}

function answer(said: string, screen: Screen, player: Player): Promise<Screen> {
  const label = /^\[(.+)\]$/.exec(said)?.[1];
  if (label !== undefined) return player.press(label);
  const form = /^\{(.*)\}$/.exec(said)?.[1];
  if (form === undefined) return player.text(said);
  const values = form.split(';').flatMap((pair) => {
    const [name = '', value = ''] = pair.split(':').map((part) => part.trim());
    const field = screen.fields.find((shown) => shown.label === name);
    if (field === undefined && name !== '')
      throw new Error(`No field ${name} among ${screen.fields.map((f) => f.label)}`);
    return field === undefined ? [] : [[field.id, value]];
  });
  return player.submit(Object.fromEntries(values));
}

const show = ({ lines, fields, buttons }: Screen): readonly string[] => {
  const [first = '', ...rest] = [
    ...lines.flatMap((line) => line.split('\n')),
    ...fields.map(({ label }) => `${label}: ____`),
    ...(buttons.length > 0 ? [buttons.map((label) => `[${label}]`).join(' ')] : []),
  ];
  return [`bot: ${first}`, ...rest.map((line) => (line === '' ? '' : `     ${line}`))];
};
