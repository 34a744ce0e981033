import { catalogue } from '../../flows/codes.ts';
import type { Prompt } from '../../flows/context.ts';
import type { AnswerAbout, Lead } from '../conversation/conversation.ts';
import { ownAnswer } from '../helpdesk.ts';
import type { TextKey, Words } from '../i18n.ts';
import { baseOf } from '../languages.ts';
import type { Language, Reachable } from '../types.ts';
import { heardSentence } from './heard.ts';
import { endOf } from './notice-words.ts';
import { promiseSentences } from './promise.ts';
import { sampleOf } from './sample.ts';

/** Returns the paragraphs of a lead, which are shown before the prompt. */
export function leadOf(
  lead: Lead,
  prompt: Prompt,
  words: Words,
  contacts: Reachable,
  language: Language,
): readonly string[] {
  const { specialist, desk } = contacts;
  if ('say' in lead && lead.say === 'rephrase')
    return [words.text('says:rephrase', { sample: sampleOf(prompt, words) })];
  if ('again' in lead) return [];
  if ('waits' in lead) return [words.text('turns:desk-away', desk).trim()];
  if ('list' in lead)
    return [
      words.text('says:earlier', { title: words.text(`lists:${lead.list}.title`) }),
      ...words.lines(`lists:${lead.list}.headlines`).map((text, n) => `${n + 1}. ${text}`),
    ];
  if ('by' in lead && 'say' in lead) return [words.text(`says:${lead.say}`, { who: staffOf(lead.by, words) })];
  if ('say' in lead) return [words.text(`says:${lead.say}`)];
  if ('promised' in lead)
    return promiseSentences(lead.promised, words, lead.at, lead.zone, lead.danger ? contacts : undefined);
  if ('answer' in lead) return words.lines(`answers:${lead.answer}`, { ...specialist, specialist: specialist.name });
  if ('desk' in lead) {
    const who = staffOf(lead.by ?? '', words);
    if (lead.corrects === true) return [words.text('turns:desk-corrected', { who })];
    if (lead.about === 'earlier case') return [words.text('turns:desk-answered-earlier', { who })];
    if (lead.about === undefined) return [words.text('turns:desk-answered', { who })];
    return [words.text('turns:desk-answered-date', { who, date: dateOf(lead.about, language) })];
  }
  if ('notice' in lead) return [words.text('turns:notice', { until: endOf(lead.until, language) })];
  if ('waitsUntil' in lead) return [words.text('turns:notice-waits')];
  if ('model' in lead) return [words.text('says:model-reads', { place: lead.model })];
  if ('own' in lead) return ownAnswer(lead.own, language);
  // What is quoted stands in the question itself.
  if ('quoted' in lead) return [];
  if ('code' in lead)
    return catalogue.has(lead.code)
      ? [words.text('says:code-known', { code: lead.code, meaning: words.text(`codes:${lead.code}` as TextKey) })]
      : [words.text('says:code-unknown', { code: lead.code })];
  return heardSentence(lead.noted, words);
}

/** Returns how somebody of the desk is called: by their name, where it is known. */
const staffOf = (by: string, words: Words): string =>
  by === '' ? words.text('turns:staff') : words.text('turns:staff-named', { by });

/** Returns the day of a time in words. */
const dateOf = ({ at, zone }: Exclude<AnswerAbout, string>, language: Language): string =>
  new Intl.DateTimeFormat(baseOf(language), { month: 'long', day: 'numeric', timeZone: zone }).format(at);
