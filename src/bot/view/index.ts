import type { Reading } from '../../flows/events.ts';
import { promptOf } from '../../flows/session.ts';
import { type Conversation, deskAnswerIn, noticeIn, quotedIn, viewIdOf } from '../conversation/conversation.ts';
import { type TextKey, type Words, wordsIn } from '../i18n.ts';
import type { Contacts, Outgoing, View } from '../types.ts';
import { emptyBody, viewBody } from './body.ts';
import { choicesOf, noticeChoices, readingLabel } from './choices.ts';
import { factPhrases } from './fact-phrases.ts';
import { askedFields, compose } from './handover.ts';
import { leadOf } from './lead.ts';
import { isRepeat } from './repeat.ts';

/** Renders the present state of a conversation as a reply in its language. The reply is derived each time and never stored. `words` are the texts; tests give their names instead. */
export function show(talk: Conversation, contacts: Contacts, words = wordsIn(talk.language)): Outgoing {
  const { snapshot, language } = talk;
  const { context } = snapshot;
  const prompt = promptOf(snapshot);
  const clarifying = context.candidates.length > 0;
  const notice = noticeIn(talk);
  const quote = deskAnswerIn(talk) ?? notice?.notice ?? '';
  const outcome = prompt.kind === 'closed' ? prompt.outcome : null;
  // Together with the desk's answer, the message to the desk is not shown again.
  const isAnswer = notice === undefined && quote !== '';
  const answered = isAnswer && outcome === 'escalated';
  const body = clarifying
    ? {
        ...emptyBody,
        text: doubtOf(context.candidates, quotedIn(talk), words),
        notes: codesOf(context.candidates, words),
      }
    : notice !== undefined
      ? { ...emptyBody, text: words.text('turns:notice-next') }
      : isAnswer && outcome !== null
        ? { ...emptyBody, text: words.text(answered ? 'turns:desk-answered-next' : 'turns:desk-answered-late') }
        : viewBody(prompt, context, words, contacts[language]);
  const [above, said] = [talk.lead.filter(isRepeat), talk.lead.filter((lead) => !isRepeat(lead))];
  const linesOf = (leads: Conversation['lead']) =>
    leads.flatMap((lead) => leadOf(lead, prompt, words, contacts[language], language));
  const view: View = {
    id: viewIdOf(talk),
    lead: linesOf(said),
    quote,
    ...body,
    choices: notice === undefined ? choicesOf(snapshot, words) : noticeChoices(snapshot, words),
    form:
      prompt.kind === 'form' && !clarifying && notice === undefined
        ? { submit: words.text('choices:submit'), fields: askedFields(context, words) }
        : null,
  };
  return {
    view,
    facts: context.facts,
    list:
      prompt.kind === 'list' || prompt.kind === 'step' || prompt.kind === 'stuck' || prompt.kind === 'check'
        ? prompt.id
        : null,
    outcome,
    above: above.length === 0 ? null : linesOf(above).join(''),
    handover: outcome === 'escalated' && !answered ? compose(context, words) : null,
  };
}

/** Returns the question which of several readings is meant, in the person's own words where they are known. */
function doubtOf(candidates: readonly Reading[], quote: string, words: Words): string {
  const [only, ...more] = candidates;
  if (only !== undefined && 'from' in only) return sightOf(only, more.length > 0, words);
  if (quote === '' || only === undefined) return words.text('prompts:clarify.text');
  return more.length > 0
    ? words.text('prompts:clarify.quoted', { quote })
    : words.text('prompts:clarify.one', { quote, reading: readingLabel(only, words) });
}

/** Returns the question whether what was seen is right; `several`: which of several codes is. */
function sightOf(
  { facts, from }: Extract<Reading, { readonly from: unknown }>,
  several: boolean,
  words: Words,
): string {
  const { errorCodes, ...others } = facts;
  const phrases = factPhrases(others, words);
  const listed = (all: readonly string[]) => all.join(words.text('handover:comma'));
  const codes = (errorCodes ?? []).map((code) => words.text('prompts:clarify.code', { code }));
  if (!several) return words.text(`prompts:clarify.${from}`, { seen: listed([...codes, ...phrases]) });
  if (errorCodes === undefined) return words.text('prompts:clarify.text');
  return phrases.length === 0
    ? words.text('prompts:clarify.codes')
    : words.text('prompts:clarify.codes_beside', { seen: listed(phrases) });
}

/** Returns the meanings of the codes that were seen and are asked about. */
const codesOf = (candidates: readonly Reading[], words: Words): readonly string[] =>
  candidates
    .flatMap((reading) => ('from' in reading ? (reading.facts.errorCodes ?? []) : []))
    .map((code) => words.text('says:code-known', { code, meaning: words.text(`codes:${code}` as TextKey) }));
