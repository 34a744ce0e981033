import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { wordsIn } from '../../bot/i18n.ts';
import { defaultLanguage } from '../../bot/languages.ts';
import type { Notices } from '../../bot/notices.ts';
import { alone, type Incoming, type Log } from '../../bot/ports.ts';
import type { Policy } from '../../bot/runtime/index.ts';
import { bot, newMetrics, readerOf } from '../../bot/runtime/index.ts';
import type { Store } from '../../bot/storage.ts';
import type { Contacts, Input, Language } from '../../bot/types.ts';
import { notice } from '../../bot/view/notice.ts';
import { type Look, terminal } from './adapter.ts';
import { emptyForm, type FillIn, fillIn, fills, pressed } from './fill-in.ts';
import { readLine } from './json.ts';
import { opening, terminalConversation, terminalPerson } from './resume.ts';

/** The dependencies of a chat. */
export interface Ground {
  readonly store: Store;
  readonly notices: Notices;
  readonly contacts: Contacts;
  readonly policy: Policy;
  readonly log: Log;
}

/** Runs a chat until the input ends: one message per line, one reply each. It resumes the last conversation, unless that is finished; a turn that fails is reported to the person. */
export async function chat(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  look: Look,
  ground: Ground,
): Promise<void> {
  const screen = terminal(output, look);
  const navi = bot({
    ...ground,
    adapters: [screen.adapter],
    desks: [],
    pictures: null,
    proposer: null,
    metrics: newMetrics(),
    now: Date.now,
    random: Math.random,
    by: randomUUID(),
  });
  await navi.sweep(); // First deletes expired data (retention) and fires other timers due since the last chat.
  await navi.rest();
  const resumed = await readerOf(ground.store, ground.contacts, () => ({ adapters: [], desks: [] })).resume(
    terminalConversation,
  );
  const language: Language = look.language ?? defaultLanguage;
  const take = async (given: Input) => {
    const incoming: Incoming = {
      id: randomUUID(),
      conversation: terminalConversation,
      person: terminalPerson,
      address: '',
      language,
      languageChosen: false,
      opens: true,
      addressed: true,
      company: alone,
      on: null,
      input: given,
    };
    try {
      await navi.receive(incoming);
      await navi.rest();
    } catch {
      const spoken = screen.shown()?.language ?? language;
      screen.print(notice(wordsIn(spoken).text('turns:try-again')), spoken);
    }
  };
  /** Prompts for the next field of the form and returns the form; undefined if no field is left, or with `--json`. */
  const ask = (form: FillIn | undefined): FillIn | undefined => {
    if (look.json || form === undefined || form.left[0] === undefined) return undefined;
    const { label, hint, value } = form.left[0];
    output.write(`${label} (${value || hint})\n> `);
    return form;
  };
  const shownForm = () => {
    const shown = screen.shown();
    return shown === undefined ? undefined : ask(emptyForm(shown.outgoing.view));
  };
  await take(opening(resumed, look.language));
  let form = shownForm();
  const lines = createInterface({ input, terminal: false });
  for await (const line of lines) {
    const shown = screen.shown();
    const view = shown?.outgoing.view;
    const button = shown === undefined ? undefined : pressed(line, shown.outgoing.view, shown.language);
    if (form !== undefined && view !== undefined && fills(line, button)) {
      const filled = fillIn(form, line, button);
      form = ask(filled);
      if (form !== undefined) continue;
      await take({ type: 'form', to: view.id, values: filled.values, files: [] });
    } else if (line.trim() === '') continue;
    else await take(look.json && view !== undefined ? readLine(line, view.id) : { type: 'text', text: line });
    form = shownForm();
  }
  await navi.stop();
  if (!look.json) output.write(`\n${wordsIn(screen.shown()?.language ?? language).text('terminal:goodbye')}\n`);
}
