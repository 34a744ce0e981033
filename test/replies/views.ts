import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import type { Conversation } from '../../src/bot/conversation/conversation.ts';
import type { Language, View } from '../../src/bot/types.ts';
import { placed } from '../../src/bot/view/buttons.ts';
import { condensed } from '../../src/bot/view/condensed.ts';
import { show } from '../../src/bot/view/index.ts';
import { markRepeat } from '../../src/bot/view/repeat.ts';
import { recipients, topics } from '../../src/flows/events.ts';
import { questionIds } from '../../src/flows/questions.ts';
import { promptOf } from '../../src/flows/session.ts';
import { places } from '../bot/places.ts';
import { type Kind, lengthOf } from './measure.ts';

/** A reply as it is read in a channel with a history. */
export interface Reply {
  /** The place, `answer.<topic>` for an answer beside a list or a question, `detail.<list>.<step>` for the detail of a step. */
  readonly name: string;
  readonly kind: Kind;
  /** The paragraphs that are read; letters and buttons are none. */
  readonly paragraphs: readonly string[];
  /** How many buttons are seen, and how many are in the overflow menu; what a channel adds to the menu is not counted. */
  readonly buttons: { readonly shown: number; readonly more: number };
}

const contacts = readContacts(exampleContacts);
/** What is said where money or data may still be saved. */
const warnings: readonly string[] = [
  ...(['advice.drive', 'advice.lost', 'advice.scam-paid', 'advice.scam-installed', 'advice.scam-told'] as const),
  'answer.scam',
];

/** The forms and the closings with a letter, to every recipient. */
const addressed = places.flatMap(({ snapshot, prompt }) =>
  prompt.kind === 'form' || (prompt.kind === 'closed' && prompt.outcome === 'escalated')
    ? recipients.map((recipient) => ({ snapshot: { ...snapshot, context: { ...snapshot.context, recipient } } }))
    : [],
);
/** A list, and every question as it is first asked. */
const asked = [
  ...places.filter(({ prompt }) => prompt.kind === 'list').slice(0, 1),
  ...questionIds.flatMap((id) => places.find(({ prompt }) => prompt.kind === 'question' && prompt.id === id) ?? []),
];

/** Returns the longest reply of every name in a language. */
export function repliesIn(language: Language): readonly Reply[] {
  const longest = new Map<string, Reply>();
  for (const reply of [...placesIn(language), ...answersIn(language)]) {
    const known = longest.get(reply.name);
    if (known === undefined || lengthOf(reply, language) > lengthOf(known, language)) longest.set(reply.name, reply);
  }
  return [...longest.values()];
}

/** Returns every place, and of a list the details of its steps besides. */
const placesIn = (language: Language): readonly Reply[] =>
  [...places, ...addressed].flatMap(({ snapshot }) => {
    const { view } = condensed(show({ language, languageChosen: true, assisted: true, snapshot, lead: [] }, contacts));
    const { kind } = promptOf(snapshot);
    // A step that is given alone is the same text as its detail, under the title of its list.
    if (kind === 'step') return [];
    const details = view.headlines.map(({ detail }, n) => ({
      name: `detail.${view.id.replace('list.', '')}.${n + 1}`,
      kind: 'detail' as const,
      paragraphs: detail,
      buttons: { shown: 0, more: 0 },
    }));
    return [replyOf(view.id, view), ...details];
  });

/** Returns every answer as it is read beside a list, whose steps stand above, and beside every question. */
const answersIn = (language: Language): readonly Reply[] =>
  asked.flatMap(({ snapshot }) => {
    const before: Conversation = { language, languageChosen: true, assisted: true, snapshot, lead: [] };
    return topics.map((topic) => {
      const after = markRepeat(before, { ...before, lead: [{ answer: topic }] });
      return replyOf(`answer.${topic}`, condensed(show(after, contacts)).view);
    });
  });

function replyOf(name: string, view: View): Reply {
  const { lead, title, text, steps, notes, form, choices } = view;
  const own = form === null ? 0 : 1;
  const { shown, more } = placed(choices, own, []);
  return {
    name,
    kind: warnings.includes(name) ? 'warning' : steps.length > 0 && view.headlines.length > 0 ? 'list' : 'reply',
    paragraphs: [...lead, title, text, ...steps, ...notes].filter((one) => one !== ''),
    buttons: { shown: shown.length + own, more: more.length },
  };
}
