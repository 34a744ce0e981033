import { describe, expect, expectTypeOf, test } from 'vitest';
import answers from '../../locales/ja/answers.json' with { type: 'json' };
import choices from '../../locales/ja/choices.json' with { type: 'json' };
import codes from '../../locales/ja/codes.json' with { type: 'json' };
import facts from '../../locales/ja/facts.json' with { type: 'json' };
import handover from '../../locales/ja/handover.json' with { type: 'json' };
import heard from '../../locales/ja/heard.json' with { type: 'json' };
import listWords from '../../locales/ja/lists.json' with { type: 'json' };
import notes from '../../locales/ja/notes.json' with { type: 'json' };
import prompts from '../../locales/ja/prompts.json' with { type: 'json' };
import questionWords from '../../locales/ja/questions.json' with { type: 'json' };
import { wordsIn } from '../../src/bot/i18n.ts';
import { baseOf, languages, defaultLanguage as source } from '../../src/bot/languages.ts';
import type { Language } from '../../src/bot/types.ts';
import { catalogue } from '../../src/flows/codes.ts';
import { intents, recipients, topics } from '../../src/flows/events.ts';
import { slotNames, slots } from '../../src/flows/facts.ts';
import type { HintId } from '../../src/flows/hints.ts';
import { list, listIds } from '../../src/flows/lists.ts';
import { question, questionIds } from '../../src/flows/questions.ts';
import { filesOf, textsOf } from './texts.ts';

const texts = Object.fromEntries(languages.map((language) => [language, textsOf(language)])) as Record<
  Language,
  ReturnType<typeof textsOf>
>;
const namesIn = (text = '') => [...text.matchAll(/\{\{(.+?)\}\}/g)].map(([, name]) => name).sort();
const withoutQuotes = (text: string) => text.replaceAll(/「[^」]*」/g, '');
/** The name of a text; a fact that was heard has as many forms as its language needs. */
const formless = (key: string) => key.replace(/^(heard:facts\..+)\.\d$/, '$1');
const sorted = (names: Iterable<string>) => [...names].sort();
const offending = (language: Language, wrong: (text: string, key: string) => boolean) =>
  [...texts[language]].filter(([key, text]) => wrong(text, key)).map(([key, text]) => `${key}: ${text}`);

/** What a register has no words of its own for: letters, which others read, and what only staff and administrators see. */
const ofTheLanguage =
  /^(insight:|privacy:|handover:(?!(recipients|fields|contact)\.|[a-z-]+\.(send|bring)\b)|desk:|slack:(manifest|desk|install)\.|teams:(ticket|reply|app|commands)\.|teams:speak$|notices:(?!elsewhere$))/;

describe.each(languages)('the language %s', (language) => {
  test('what stands below an answer of the desk fits a question as well, and names the button by its label', () => {
    const words = wordsIn(language);
    const text = words.text('turns:desk-answered-next');
    expect(text).toContain(words.text('choices:solved'));
    expect(text).not.toMatch(/[?？]/);
  });

  const named = (one: Language) => sorted(new Set([...texts[one].keys()].map(formless)));
  const expected = named(source).filter((key) => baseOf(language) === language || !ofTheLanguage.test(key));

  test('the files of a language are those of the source language', () => {
    expect(filesOf(language)).toEqual(filesOf(source));
  });

  test('the texts of a language are those of the source language, with as many steps and paragraphs', () => {
    expect(named(language)).toEqual(expected);
  });

  test('the placeholders of each text are those of the source language', () => {
    const filled = (one: Language) =>
      [...texts[language].keys()]
        .filter((key) => texts[source].has(key))
        .map((key) => [key, namesIn(texts[one].get(key))]);
    expect(filled(language)).toEqual(filled(source));
  });
});

describe('the Japanese words of the flows', () => {
  test('every question has its words, options and variants, and no other question has', () => {
    const variants: Readonly<Record<string, string>> = {
      origin: 'text_evidence',
      provenance: 'text_disputed',
      screen: 'text_look',
    };
    const expected = questionIds.map((id) => [
      id,
      sorted([...(variants[id] ? [variants[id]] : []), 'text', 'options']),
      sorted(Object.keys(question(id).options)),
    ]);
    const written = Object.entries(questionWords).map(([id, words]) => [
      id,
      sorted(Object.keys(words)),
      sorted(Object.keys(words.options)),
    ]);
    expect(sorted(written.map(String))).toEqual(sorted(expected.map(String)));
  });

  test('every list has a title, a purpose, and a headline, a text and help for each step', () => {
    const parts = sorted(['title', 'purpose', 'headlines', 'steps', 'help']);
    expect(
      Object.entries(listWords).map(([id, words]) => [
        id,
        sorted(Object.keys(words)),
        ...[words.headlines, words.steps, words.help].map((texts) => texts.length),
      ]),
    ).toEqual(listIds.map((id) => [id, parts, ...Array(3).fill(list(id).steps)]));
  });

  test('every caution of a list has words, and no other caution has', () => {
    expect(sorted(Object.keys(notes.cautions))).toEqual(
      sorted(new Set(listIds.flatMap((id) => Object.keys(list(id).cautions)))),
    );
  });

  test('every dated note has words and stands at a step that its list has', () => {
    expect(sorted(Object.keys(notes.dated))).toEqual(
      sorted(new Set(listIds.flatMap((id) => Object.keys(list(id).dated)))),
    );
    const astray = listIds.filter((id) =>
      Object.values(list(id).dated).some((step) => step < 1 || step > list(id).steps),
    );
    expect(astray).toEqual([]);
  });

  test('every hint has words (by type), and notes.json holds nothing besides cautions, notes and hints', () => {
    expectTypeOf<keyof typeof notes.hints>().toEqualTypeOf<HintId>();
    expect(Object.keys(notes)).toEqual(['cautions', 'dated', 'hints']);
  });

  test('every topic has an answer and a name, and no other topic has', () => {
    expect(sorted(Object.keys(answers))).toEqual(sorted(topics));
    expect(sorted(Object.keys(facts.topics))).toEqual(sorted(topics));
  });

  test('every slot and value has words, and no other slot or intent has', () => {
    const { unknown: _, errorCodes: codesLabel, intents: ofIntents, topics: _topics, ...ofSlots } = facts;
    expect(Object.keys(codesLabel)).toEqual(['label']);
    expect(Object.entries(ofSlots).map(([slot, words]) => [slot, sorted(Object.keys(words))])).toEqual(
      slotNames.map((slot) => [slot, sorted(['label', ...slots[slot]])]),
    );
    const known: readonly string[] = intents;
    expect(Object.keys(ofIntents).filter((intent) => !known.includes(intent))).toEqual([]);
  });

  test('every value of a slot has a fragment for the sentence that shows that it was heard', () => {
    const fragments = Object.entries(heard.facts).map(([slot, words]) => [slot, sorted(Object.keys(words))]);
    expect(fragments).toEqual(slotNames.map((slot) => [slot, sorted(slots[slot])]));
  });

  test('every recipient has a name and a letter, and no other recipient has', () => {
    const {
      comma: _,
      colon: _colon,
      'subject-with-code': _subject,
      details: _details,
      tried: _tried,
      'steps-done': _done,
      activated: _activated,
      about: _about,
      subjects: _subjects,
      told,
      asks: _asks,
      lines,
      fields,
      contact,
      recipients: names,
      ...letters
    } = handover;
    expect(sorted(Object.keys(names))).toEqual(sorted(recipients));
    expect(sorted(Object.keys(letters))).toEqual(sorted(recipients));
    expect(Object.keys(contact)).toEqual(['desk', 'specialist']);
    const known: Readonly<Record<string, readonly string[]>> = slots;
    const halved = Object.entries(told).filter(
      ([slot, words]) =>
        known[slot] !== undefined && String(sorted(Object.keys(words))) !== String(sorted(known[slot])),
    );
    expect(halved, 'a slot is told in the letters with every value, or not at all').toEqual([]);
    const labels = Object.keys(lines);
    expect(Object.keys(fields).filter((field) => !labels.includes(field))).toEqual([]);
  });

  test('every error code has words, and no other code has', () => {
    expect(sorted(Object.keys(codes))).toEqual(sorted(catalogue.keys()));
  });
});

const isButton = (key: string) =>
  key.startsWith('choices:') ||
  /^questions:[^.]+\.options\./.test(key) ||
  key.startsWith('handover:recipients.') ||
  key === 'prompts:form.submit';

describe('the Japanese texts', () => {
  test('a Japanese button has at most 12 characters', () => {
    expect(offending('ja', (text, key) => isButton(key) && [...text].length > 12)).toEqual([]);
    expect(Object.keys(choices).length).toBeGreaterThan(20);
  });

  test('the Japanese words for a fact have at most 20 characters', () => {
    expect(offending('ja', (text, key) => key.startsWith('facts:') && [...text].length > 20)).toEqual([]);
  });

  test('a Japanese sentence has at most 60 characters without names of screens', () => {
    const sentences = (text: string) => withoutQuotes(text).split(/(?<=[。？！?!])/);
    expect(offending('ja', (text) => sentences(text).some((sentence) => [...sentence].length > 60))).toEqual([]);
  });

  test('a Japanese sentence of a step, caution, note or paragraph ends with punctuation', () => {
    const prose = /^(lists:..\.(purpose|steps|help)|notes:|says:|answers:|codes:|questions:[^.]+\.text)/;
    const open = (text: string, key: string) => prose.test(key) && !/[。？]$|\}\}$/.test(text);
    expect(offending('ja', open)).toEqual([]);
  });

  test('Japanese texts use full-width punctuation outside of names of screens', () => {
    expect(offending('ja', (text) => /[?!():,]/.test(withoutQuotes(text).replaceAll(/\{\{.+?\}\}/g, '')))).toEqual([]);
  });
});

test('an English button has at most 24 characters', () => {
  expect(offending('en', (text, key) => isButton(key) && [...text].length > 24)).toEqual([]);
});

describe.each(languages)('every text in %s', (language) => {
  test('no text is empty, has a line break or has superfluous spaces', () => {
    expect(
      offending(language, (text, key) => key !== 'handover:comma' && key !== 'handover:colon' && text !== text.trim()),
    ).toEqual([]);
    expect(offending(language, (text) => text === '' || /\n| {2}/.test(text))).toEqual([]);
  });

  test('no text leaves a quotation open', () => {
    const count = (text: string, mark: string) => text.split(mark).length;
    expect(
      offending(language, (text) => count(text, '「') !== count(text, '」') || count(text, '“') !== count(text, '”')),
    ).toEqual([]);
  });

  test('no text has a telephone number, a percentage, or praise of a company', () => {
    expect(
      offending(language, (text) => /\d{2,4}-\d{3,4}-\d{4}|[%％]|No\.\s?1|万件|データリカバリー/.test(text)),
    ).toEqual([]);
  });

  test('no text calls the person’s copy of Windows illegal', () => {
    const verdict =
      /違法です|不正コピーです|海賊版です|不正なWindowsです|(copy|Windows) is (illegal|pirated|counterfeit)/;
    expect(offending(language, (text) => verdict.test(text))).toEqual([]);
  });
});

test('exactly four prompts have steps of their own: wait, drive, lost and putback', () => {
  expect(
    Object.entries(prompts)
      .filter(([, words]) => 'steps' in words)
      .map(([id]) => id),
  ).toEqual(['wait', 'drive', 'lost', 'putback']);
});

test('the greeting is one short line, and no question speaks of a message before one was told', () => {
  const greeting = (language: Language) => texts[language].get('says:greeting') ?? '';
  expect([...greeting('ja')].length).toBeLessThanOrEqual(40);
  expect(greeting('en').split(' ').length).toBeLessThanOrEqual(16);
  const presuming = (text: string) => /この表示|[Tt]his message (?:appeared|alone|is common)/.test(text);
  expect(languages.flatMap((language) => offending(language, presuming))).toEqual([]);
});
