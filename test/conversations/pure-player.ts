import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { openConversation } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import type { Input, Language, Outgoing } from '../../src/bot/types.ts';
import { commands } from '../../src/bot/view/choices.ts';
import { condensed } from '../../src/bot/view/condensed.ts';
import { show } from '../../src/bot/view/index.ts';
import type { Player, Screen } from './play.ts';

const screenOfBrief = ({ view, handover }: Outgoing): Screen => ({
  lines: [
    ...view.lead,
    view.title,
    view.text,
    ...view.steps.map((step, n) => `${n + 1}. ${step}`),
    handover?.text ?? '',
    ...view.notes.map((note) => `※ ${note}`),
  ].filter((line) => line !== ''),
  fields: view.form?.fields ?? [],
  buttons: view.choices.filter(({ id }) => !commands.some((command) => command === id)).map(({ label }) => label),
});

/** What a turn shows, as a person reads it. */
export const screenOf = (outgoing: Outgoing): Screen => screenOfBrief(condensed(outgoing));

/** Has the conversation without any channel: the pure turns alone. */
export function purePlayer(language: Language): Player {
  const contacts = readContacts(exampleContacts);
  let talk = openConversation(language);
  const shown = () => show(talk, contacts);
  const take = async (input: Input) => {
    talk = advance(talk, input);
    return screenOf(shown());
  };
  return {
    open: async () => screenOf(shown()),
    text: (text) => take({ type: 'text', text }),
    press: (label) => {
      const { view } = shown();
      const choice = view.choices.find((button) => button.label === label);
      if (choice === undefined) throw new Error(`No button ${label} in ${view.id}`);
      return take({ type: 'choice', to: view.id, choice: choice.id });
    },
    submit: (values) => take({ type: 'form', to: shown().view.id, values }),
  };
}
