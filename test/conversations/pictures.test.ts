import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Input, Language } from '../../src/bot/types.ts';
import { reading, sent } from '../runtime/picture-reader.ts';
import { deliver, type Stage } from '../runtime/stage.ts';
import { inWords, screenOf } from './screen.ts';

const folder = new URL('./pictures/', import.meta.url);

/** Returns what somebody does: `[a label]` presses a button, `(picture: a line / a line)` sends a picture with these lines, anything else is said. */
function inputOf(stage: Stage, line: string): Input {
  const label = /^\[(.+)\]$/.exec(line)?.[1];
  if (label !== undefined) {
    const { view } = stage.last().outgoing;
    const choice = view.choices.find((one) => one.label === label);
    if (choice === undefined) throw new Error(`No ${label} among ${view.choices.map((one) => one.label)}`);
    return { type: 'choice', to: view.id, choice: choice.id };
  }
  const files = [...line.matchAll(/\(picture: (.*?)\)/g)].map(([, text = '']) =>
    sent(stage, text.replaceAll(' / ', '\n')),
  );
  const text = line.replaceAll(/\(picture: .*?\)/g, '').trim();
  return files.length > 0 ? { type: 'file', text, files } : { type: 'text', text };
}

/** Plays the lines of a transcript, and writes below each what is shown then. */
async function played(script: string, language: Language): Promise<string> {
  const { stage, process } = await reading();
  const written = script.split('\n').filter((line) => line.startsWith('#'));
  for (const line of script.split('\n').filter((one) => one.startsWith('user: '))) {
    const before = stage.messages.length;
    await deliver(process, () => stage.incoming(inputOf(stage, line.slice('user: '.length)), { language }));
    const said = stage.messages.slice(before).flatMap(({ outgoing }) => {
      const [first = '', ...rest] = inWords(screenOf(outgoing));
      return [`bot: ${first}`, ...rest.map((one) => (one === '' ? '' : `     ${one}`))];
    });
    written.push('', line, ...said);
  }
  return `${written.join('\n')}\n`;
}

for (const file of readdirSync(folder))
  test(`pictures/${file} holds what the bot says to pictures`, async () => {
    const language = (['en', 'ja-easy'] as const).find((one) => file.endsWith(`.${one}.chat`)) ?? 'ja';
    const script = readFileSync(new URL(file, folder), 'utf8');
    await expect(await played(script, language)).toMatchFileSnapshot(`./pictures/${file}`);
  });
