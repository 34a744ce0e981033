import { createInstance } from 'i18next';
import enAnswers from '../../locales/en/answers.json' with { type: 'json' };
import enChoices from '../../locales/en/choices.json' with { type: 'json' };
import enCodes from '../../locales/en/codes.json' with { type: 'json' };
import enFacts from '../../locales/en/facts.json' with { type: 'json' };
import enHandover from '../../locales/en/handover.json' with { type: 'json' };
import enLists from '../../locales/en/lists.json' with { type: 'json' };
import enNotes from '../../locales/en/notes.json' with { type: 'json' };
import enPrompts from '../../locales/en/prompts.json' with { type: 'json' };
import enQuestions from '../../locales/en/questions.json' with { type: 'json' };
import enSays from '../../locales/en/says.json' with { type: 'json' };
import enSlack from '../../locales/en/slack.json' with { type: 'json' };
import enTeams from '../../locales/en/teams.json' with { type: 'json' };
import enTerminal from '../../locales/en/terminal.json' with { type: 'json' };
import enTurns from '../../locales/en/turns.json' with { type: 'json' };
import jaAnswers from '../../locales/ja/answers.json' with { type: 'json' };
import jaChoices from '../../locales/ja/choices.json' with { type: 'json' };
import jaCodes from '../../locales/ja/codes.json' with { type: 'json' };
import jaFacts from '../../locales/ja/facts.json' with { type: 'json' };
import jaHandover from '../../locales/ja/handover.json' with { type: 'json' };
import jaLists from '../../locales/ja/lists.json' with { type: 'json' };
import jaNotes from '../../locales/ja/notes.json' with { type: 'json' };
import jaPrompts from '../../locales/ja/prompts.json' with { type: 'json' };
import jaQuestions from '../../locales/ja/questions.json' with { type: 'json' };
import jaSays from '../../locales/ja/says.json' with { type: 'json' };
import jaSlack from '../../locales/ja/slack.json' with { type: 'json' };
import jaTeams from '../../locales/ja/teams.json' with { type: 'json' };
import jaTerminal from '../../locales/ja/terminal.json' with { type: 'json' };
import jaTurns from '../../locales/ja/turns.json' with { type: 'json' };
import type { Language } from './types.ts';

const ja = {
  answers: jaAnswers,
  choices: jaChoices,
  codes: jaCodes,
  facts: jaFacts,
  handover: jaHandover,
  lists: jaLists,
  notes: jaNotes,
  prompts: jaPrompts,
  questions: jaQuestions,
  says: jaSays,
  slack: jaSlack,
  teams: jaTeams,
  terminal: jaTerminal,
  turns: jaTurns,
};
const en: typeof ja = {
  answers: enAnswers,
  choices: enChoices,
  codes: enCodes,
  facts: enFacts,
  handover: enHandover,
  lists: enLists,
  notes: enNotes,
  prompts: enPrompts,
  questions: enQuestions,
  says: enSays,
  slack: enSlack,
  teams: enTeams,
  terminal: enTerminal,
  turns: enTurns,
};

/** The keys of all texts below `Node`; the keys of the lists of texts if `Leaf` is `string[]`. */
type Names<Node, Leaf> = Node extends Leaf
  ? ''
  : Node extends string | readonly string[]
    ? never
    : {
        [K in keyof Node & string]: Names<Node[K], Leaf> extends infer Rest extends string
          ? Rest extends ''
            ? K
            : `${K}.${Rest}`
          : never;
      }[keyof Node & string];
type Keys<Leaf> = { [N in keyof typeof ja]: `${N}:${Names<(typeof ja)[N], Leaf>}` }[keyof typeof ja];
/** The translation key of a text, `<file>:<path>`; a misspelt key does not compile. */
export type TextKey = Keys<string>;
/** The translation key of a list of texts. */
export type LinesKey = Keys<readonly string[]>;

const i18n = createInstance();
void i18n.init({
  resources: { ja, en },
  lng: 'ja',
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false },
});

/** The translations of one language, with `{{placeholders}}` filled in. */
export interface Words {
  text(key: TextKey, values?: Readonly<Record<string, string | number>>): string;
  lines(key: LinesKey, values?: Readonly<Record<string, string | number>>): readonly string[];
}

const speak = (language: Language): Words => {
  const t = i18n.getFixedT(language) as (key: string, values: object) => unknown;
  // A cache: nearly every text is fixed and a view needs dozens, so each is looked up once. Null: it has placeholders.
  const fixed = new Map<string, unknown>();
  const lookUp = (key: string) => {
    const [file = '', path = ''] = key.split(':');
    const text: unknown = i18n.getResource(language, file, path);
    fixed.set(key, JSON.stringify(text)?.includes('{{') ? null : t(key, { returnObjects: true }));
  };
  const say = (key: string, values: object | undefined) => {
    if (!fixed.has(key)) lookUp(key);
    return fixed.get(key) ?? t(key, { ...values, returnObjects: true });
  };
  return {
    text: (key, values) => say(key, values) as string,
    lines: (key, values) => say(key, values) as readonly string[],
  };
};
const spoken = { ja: speak('ja'), en: speak('en') };

/** Returns the translations of a language. */
export const wordsIn = (language: Language): Words => spoken[language];
