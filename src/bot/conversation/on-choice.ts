import type { Event } from '../../flows/context.ts';
import { type Recipient, recipients } from '../../flows/events.ts';
import { question } from '../../flows/questions.ts';
import { promptOf } from '../../flows/session.ts';
import { wordsIn } from '../i18n.ts';
import { languageOfButton } from '../languages.ts';
import { choiceNamed } from '../view/choices.ts';
import { type Conversation, sendEvent, withLead } from './conversation.ts';
import { speak } from './language.ts';
import { beginWith, isOver } from './new-case.ts';
import { shownAt, stepOf } from './on-steps.ts';
import { denied, wasSent } from './seen.ts';

/** Applies the press of a button. A button that means nothing at the present view repeats the present prompt, with a remark. */
export function press(talk: Conversation, id: string): Conversation {
  const wanted = languageOfButton(id);
  if (wanted !== undefined) return speak(talk, wanted);
  // A recipient that is named may be written to, offered or not.
  const { context } = talk.snapshot;
  const asking = promptOf(talk.snapshot).kind === 'recipient' && context.candidates.length === 0;
  const named = asking && isRecipient(id);
  const step = stepOf(id);
  if (step !== undefined && context.candidates.length === 0) return shownAt(step, talk);
  if (!named && choiceNamed(id, talk.snapshot, wordsIn(talk.language)) === undefined)
    return withLead(talk, { say: 'not-a-choice' });
  const event = eventOf(talk, id);
  const reading = event.type === 'pick' ? context.candidates[event.reading] : undefined;
  if (id === 'none-of-these' && context.candidates.some(wasSent)) return sendEvent(denied(talk), event);
  if (reading === undefined || !('facts' in reading)) return sendEvent(talk, event);
  // Nothing of a closed case holds for what is told after it.
  return isOver(talk) ? beginWith(talk, reading.facts) : sendEvent(withLead(talk, { noted: reading.facts }), event);
}

/** Returns the event that a button sends at the present view. */
export function eventOf({ snapshot }: Conversation, id: string): Event {
  const prompt = promptOf(snapshot);
  if (snapshot.context.candidates.length > 0) {
    const reading = /^reading-(\d)$/.exec(id)?.[1];
    if (reading !== undefined) return { type: 'pick', reading: Number(reading) };
    if (id === 'back') return { type: 'none-of-these' };
  } else if (prompt.kind === 'question') {
    const facts = question(prompt.id).options[id];
    if (facts !== undefined) return { type: 'tell', facts };
  } else if (prompt.kind === 'recipient' && isRecipient(id)) return { type: 'address', to: id };
  return { type: id } as Event;
}

const isRecipient = (id: string): id is Recipient => recipients.some((recipient) => recipient === id);
