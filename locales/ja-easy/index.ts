import { ja } from '../ja/index.ts';
import type { RegisterEntry } from '../language.ts';
import { layered } from '../layered.ts';
import answers from './answers.json' with { type: 'json' };
import choices from './choices.json' with { type: 'json' };
import codes from './codes.json' with { type: 'json' };
import desk from './desk.json' with { type: 'json' };
import facts from './facts.json' with { type: 'json' };
import handover from './handover.json' with { type: 'json' };
import heard from './heard.json' with { type: 'json' };
import hours from './hours.json' with { type: 'json' };
import insight from './insight.json' with { type: 'json' };
import lists from './lists.json' with { type: 'json' };
import notes from './notes.json' with { type: 'json' };
import notices from './notices.json' with { type: 'json' };
import privacy from './privacy.json' with { type: 'json' };
import prompts from './prompts.json' with { type: 'json' };
import questions from './questions.json' with { type: 'json' };
import readings from './readings.json' with { type: 'json' };
import samples from './samples.json' with { type: 'json' };
import says from './says.json' with { type: 'json' };
import situations from './situations.json' with { type: 'json' };
import slack from './slack.json' with { type: 'json' };
import teams from './teams.json' with { type: 'json' };
import terminal from './terminal.json' with { type: 'json' };
import turns from './turns.json' with { type: 'json' };
import wish from './understanding/wish.json' with { type: 'json' };

/** Japanese in easy words, with blanks between the words. Letters, which others read, and what only staff see have none of their own. */
export const jaEasy: RegisterEntry = {
  name: 'やさしい日本語',
  button: 'easy-japanese',
  locales: [],
  of: 'ja',
  signs: { of: 'Hiragana', without: 'Han', words: 3 },
  texts: layered(ja.texts, {
    answers,
    choices,
    codes,
    desk,
    facts,
    handover,
    heard,
    hours,
    insight,
    lists,
    notes,
    notices,
    privacy,
    prompts,
    questions,
    readings,
    samples,
    says,
    situations,
    slack,
    teams,
    terminal,
    turns,
  }),
  wish,
};
