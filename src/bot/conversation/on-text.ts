import type { AdviceId } from '../../flows/agenda.ts';
import type { Event } from '../../flows/context.ts';
import type { Intent } from '../../flows/events.ts';
import { readingsAfterEnd } from '../../flows/kit.ts';
import { list } from '../../flows/lists.ts';
import { promptOf } from '../../flows/session.ts';
import { wordsIn } from '../i18n.ts';
import { longest } from '../understanding/fold.ts';
import { type Asked, type Understood, understand } from '../understanding/index.ts';
import { choicesOf } from '../view/choices.ts';
import { type Conversation, type Lead, placeOf, sendEvent, withLead } from './conversation.ts';
import { beginAnew, beginsAnew } from './new-case.ts';
import { press, speak } from './on-choice.ts';

/** Advice whose answers are read with more care than others. */
const advised: Partial<Record<AdviceId, Asked['at']>> = { drive: 'rescue', lost: 'rescue', putback: 'putback' };

/** What the person is looking at. */
function asked(talk: Conversation): Asked {
  const prompt = promptOf(talk.snapshot);
  const clarifying = talk.snapshot.context.candidates.length > 0;
  return {
    question: prompt.kind === 'question' ? prompt.id : undefined,
    at: clarifying ? 'clarify' : prompt.kind === 'advice' ? (advised[prompt.id] ?? 'advice') : prompt.kind,
    origin: talk.snapshot.context.facts.origin,
    choices: choicesOf(talk.snapshot, wordsIn(talk.language)),
  };
}

/** Whether anything can be made of these words here; 「これです」 beside a picture says nothing. */
export function tells(talk: Conversation, text: string): boolean {
  const { facts, intent, topic, candidates, choice, secrets } = understand(text, asked(talk));
  const meant = [intent, topic, choice].some((one) => one !== undefined);
  return meant || Object.keys(facts).length > 0 || candidates.length > 0 || secrets.length > 0;
}

/** Takes a message in the person's own words; of a long one, whose end is not read, the person is told. */
export function hear(talk: Conversation, text: string): Conversation {
  const heard = understand(text, asked(talk));
  const cut: Lead[] = text.length > longest ? [{ say: 'cut' }] : [];
  const secret: Lead[] = heard.secrets.length > 0 ? [{ say: 'secret-removed' }] : [];
  const next = withLead(talk, ...secret, ...cut);
  return heard.choice === undefined ? take(next, heard) : press(next, heard.choice);
}

/** Intents that mean the same wherever the person is; the others answer the prompt they were said at. */
const anywhere: readonly Intent[] = ['solved', 'help', 'restart', 'cancel', 'human', 'bypass', 'japanese', 'english'];

function take(talk: Conversation, understood: Understood): Conversation {
  if (beginsAnew(talk, understood)) return beginAnew(talk, understood);
  const { intent, tried } = understood;
  const prompt = promptOf(talk.snapshot);
  // Of the list under way it says how far that got.
  if (tried === undefined || ('id' in prompt && prompt.id === tried)) return follow(talk, understood);
  const done = sendEvent(talk, { type: 'tried', id: tried });
  const { facts, topic } = understood;
  const more = topic !== undefined || Object.keys(facts).length > 0;
  const meant = intent !== undefined && anywhere.includes(intent) ? intent : undefined;
  return more || meant !== undefined ? follow(done, { ...understood, intent: meant }) : done;
}

function follow(talk: Conversation, { facts, intent, topic, candidates, secrets, step }: Understood): Conversation {
  const telling = Object.keys(facts).length > 0;
  const told = telling ? tell(talk, facts) : talk;
  const moved = placeOf(told.snapshot) !== placeOf(talk.snapshot);
  const answered = topic === undefined ? told : sendEvent(told, { type: 'ask', topic });
  // After the end "it is not activated" may be the old case or a new one.
  if (topic === 'problem' && promptOf(answered.snapshot).kind === 'closed')
    return sendEvent(answered, { type: 'unclear', candidates: readingsAfterEnd });
  if (intent === undefined) {
    const taken = telling || topic !== undefined || (secrets.length > 0 && candidates.length === 0);
    return taken ? answered : sendEvent(answered, { type: 'unclear', candidates });
  }
  if (moved && !anywhere.includes(intent)) return answered;
  // "Write to the seller" tells that, and is a wish for a message: it is being written already.
  if (moved && intent === 'human' && promptOf(told.snapshot).kind === 'form') return answered;
  if (intent === 'japanese' || intent === 'english') return speak(answered, intent);
  // A question that is passed over has no answer; a list has.
  const passed = intent === 'skip' && promptOf(answered.snapshot).kind === 'question';
  const event: Event = passed
    ? { type: 'dont-know' }
    : intent === 'back' && talk.snapshot.context.candidates.length > 0
      ? { type: 'none-of-these' }
      : // What cannot be passed over is at least not unheard.
        { type: intent === 'skip' && !answered.snapshot.can({ type: intent }) ? 'next' : intent };
  if ((intent === 'stuck' || intent === 'dont-know') && step !== undefined)
    return stuckAt(step, answered) ?? sendEvent(answered, event);
  if (intent === 'steps' && step !== undefined) return shownAt(step, answered);
  return !answered.snapshot.can(event) && (telling || topic !== undefined) ? answered : sendEvent(answered, event);
}

/** Opens the help for the step of the list that is shown; undefined: it has no such step. */
function stuckAt(step: number, talk: Conversation): Conversation | undefined {
  const prompt = promptOf(talk.snapshot);
  if (prompt.kind !== 'list' || step > list(prompt.id).steps) return undefined;
  return [...wayTo(step), { type: 'stuck' } as const].reduce(sendEvent, talk);
}

/** Goes to the step of the list under way that was named. */
function shownAt(step: number, talk: Conversation): Conversation {
  const prompt = promptOf(talk.snapshot);
  const listed = prompt.kind === 'list' || prompt.kind === 'step' || prompt.kind === 'stuck';
  if (!listed || step > list(prompt.id).steps) return sendEvent(talk, { type: 'unclear', candidates: [] });
  return wayTo(step).reduce(sendEvent, prompt.kind === 'list' ? talk : sendEvent(talk, { type: 'all' }));
}

/** What leads from a whole list to one step of it. */
const wayTo = (step: number): readonly Event[] => [
  { type: 'steps' },
  ...Array.from({ length: step - 1 }, (): Event => ({ type: 'next' })),
];

function tell(talk: Conversation, facts: Understood['facts']): Conversation {
  const codes = (facts.errorCodes ?? []).map((code): Lead => ({ code }));
  return sendEvent(withLead(talk, { noted: facts }, ...codes), { type: 'tell', facts });
}
