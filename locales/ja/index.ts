import type { LanguageEntry } from '../language.ts';
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
import afterword from './understanding/afterword.json' with { type: 'json' };
import assistant from './understanding/assistant.json' with { type: 'json' };
import blank from './understanding/blank.json' with { type: 'json' };
import picking from './understanding/choices.json' with { type: 'json' };
import codeWords from './understanding/codes.json' with { type: 'json' };
import deskWords from './understanding/desk.json' with { type: 'json' };
import erasure from './understanding/erasure.json' with { type: 'json' };
import helping from './understanding/helping.json' with { type: 'json' };
import joints from './understanding/joints.json' with { type: 'json' };
import mail from './understanding/mail.json' with { type: 'json' };
import screens from './understanding/screens.json' with { type: 'json' };
import sight from './understanding/sight.json' with { type: 'json' };
import spelling from './understanding/spelling.json' with { type: 'json' };
import steps from './understanding/steps.json' with { type: 'json' };
import typed from './understanding/typed.json' with { type: 'json' };
import urgency from './understanding/urgency.json' with { type: 'json' };
import vocabulary from './understanding/vocabulary.json' with { type: 'json' };
import wish from './understanding/wish.json' with { type: 'json' };
import writing from './understanding/writing.json' with { type: 'json' };

/** Japanese. */
export const ja: LanguageEntry = {
  name: '日本語',
  button: 'japanese',
  locales: ['ja'],
  texts: {
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
  },
  wish,
  writing,
  screens,
  sight,
  spelling,
  typed,
  vocabulary,
  joints,
  erasure,
  helping,
  picking,
  steps,
  codes: codeWords,
  assistant,
  blank,
  deskWords,
  afterword,
  urgency,
  mail,
};
