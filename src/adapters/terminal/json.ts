import { z } from 'zod';
import type { Input, Outgoing } from '../../bot/types.ts';
import { condensed } from '../../bot/view/condensed.ts';

const message = z.union([
  z.strictObject({ choice: z.string().max(64) }),
  z.strictObject({ form: z.record(z.string().max(64), z.string()) }),
]);

/** Parses one line of `chat --json`: plain text, or an object with a `choice` or a `form`; `to` is the id of the current view. Never throws: a line that cannot be parsed is returned as `malformed`. */
export function readLine(line: string, to: string): Input {
  if (!line.trimStart().startsWith('{')) return { type: 'text', text: line };
  const read = message.safeParse(parseJson(line));
  if (!read.success) return { type: 'malformed' };
  return 'choice' in read.data
    ? { type: 'choice', to, choice: read.data.choice }
    : { type: 'form', to, values: read.data.form, files: [] };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Returns a turn as the one line of JSON that `chat --json` promises (see the README); a terminal has no desk, so there is no quote. */
export function writeLine(outgoing: Outgoing): string {
  const { view, facts, list, outcome, handover } = outgoing;
  const { id, lead, title, text, steps, headlines, notes, choices, form } = view;
  return JSON.stringify({
    view: { id, lead, title, text, steps, headlines: headlines.map((one) => one.text), notes, choices, form },
    facts: { origin: 'unknown', errorCodes: [], ...facts },
    list,
    outcome,
    handover,
    shown: shown(outgoing),
  });
}

/** Returns the message as a channel with a visible history shows it, as plain text. */
function shown(outgoing: Outgoing): string {
  const { view, handover } = condensed(outgoing);
  const steps = view.steps.map((step, n) => `${n + 1}. ${step}`);
  const notes = view.notes.map((note) => `※ ${note}`);
  return [...view.lead, view.title, view.text, ...steps, handover?.text ?? '', ...notes]
    .filter((line) => line !== '')
    .join('\n');
}
