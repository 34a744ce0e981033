import { understand } from '../understanding/index.ts';
import { redactForm } from '../understanding/redact.ts';
import { fieldsOf } from '../view/handover.ts';
import { type Conversation, sendEvent, withLead } from './conversation.ts';

/** Maximum length of a field in UTF-16 code units; a longer one is cut. */
const longest = 500;
/** The dialogue context by which fields are read: error codes in a field become facts, nothing else is understood from it. */
const copied = { question: 'screen', at: 'form', choices: [] } as const;

/** Applies a submitted form: ignores unknown fields, redacts secrets, and records error codes as facts. Every field is optional. */
export function readForm(talk: Conversation, given: Readonly<Record<string, string>>): Conversation {
  const ids = fieldsOf(talk.snapshot.context);
  // Redacted all together, and before any is cut: a secret may be spread over several fields, or lie across the limit.
  const clean = redactForm(Object.fromEntries(ids.map((id) => [id, given[id] ?? ''])));
  const read = ids.flatMap((id) => {
    const heard = understand((clean.values[id] ?? '').slice(0, longest), copied);
    const text = heard.text.replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [{ ...heard, id, text }];
  });
  const errorCodes = read.flatMap(({ facts }) => facts.errorCodes ?? []);
  const values = Object.fromEntries(read.map(({ id, text }) => [id, text]));
  const warned = clean.secrets.length > 0 ? withLead(talk, { say: 'secret-removed' }) : talk;
  const told = errorCodes.length > 0 ? sendEvent(warned, { type: 'tell', facts: { errorCodes } }) : warned;
  return sendEvent(told, { type: 'submit', values });
}
