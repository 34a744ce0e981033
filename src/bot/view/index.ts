import { promptOf } from '../../flows/session.ts';
import { askedFields, compose } from '../handover.ts';
import { placeOf, type Talk } from '../talk.ts';
import type { Contacts, Outgoing, View } from '../types.ts';
import { wordsIn } from '../words.ts';
import { bodyOf } from './body.ts';
import { choicesOf } from './choices.ts';
import { leadOf } from './lead.ts';

/** What a conversation shows now, in its language: derived from where it stands, never stored. */
export function show(talk: Talk, contacts: Contacts): Outgoing {
  const { snapshot, language } = talk;
  const { context } = snapshot;
  const words = wordsIn(language);
  const prompt = promptOf(snapshot);
  const clarifying = context.candidates.length > 0;
  const body = clarifying
    ? { title: '', text: words.text('prompts:clarify.text'), steps: [], notes: [] }
    : bodyOf(prompt, context, words, contacts[language]);
  const view: View = {
    id: placeOf(snapshot),
    lead: talk.lead.flatMap((lead) => leadOf(lead, words, contacts[language])),
    ...body,
    choices: choicesOf(snapshot, language),
    form:
      prompt.kind === 'form' && !clarifying
        ? { submit: words.text('choices:submit'), fields: askedFields(context, words) }
        : null,
  };
  const outcome = prompt.kind === 'closed' ? prompt.outcome : null;
  return {
    view,
    facts: context.facts,
    list:
      prompt.kind === 'list' || prompt.kind === 'step' || prompt.kind === 'stuck' || prompt.kind === 'check'
        ? prompt.id
        : null,
    outcome,
    handover: outcome === 'escalated' ? compose(context, words) : null,
  };
}
