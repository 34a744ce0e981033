import type { AdviceId } from '../../flows/agenda.ts';
import type { Event } from '../../flows/context.ts';
import type { Intent, Reading, Topic } from '../../flows/events.ts';
import type { Facts } from '../../flows/facts.ts';
import { readingsAfterEnd } from '../../flows/kit.ts';
import { promptOf } from '../../flows/session.ts';
import { isSituation, situation } from '../../flows/situations.ts';
import { ownAnswerTo } from '../helpdesk.ts';
import { wordsIn } from '../i18n.ts';
import { widthOf } from '../lib/width.ts';
import { placeAsked } from '../understanding/asked.ts';
import { assistantWish } from '../understanding/assistant-wish.ts';
import { longest } from '../understanding/fold.ts';
import { type Asked, type Understood, understand } from '../understanding/index.ts';
import { type Borne, withProposal } from '../understanding/proposed.ts';
import { asksSomething } from '../understanding/question-asked.ts';
import { redact } from '../understanding/redact.ts';
import { urgencyIn } from '../understanding/urgency.ts';
import { apart, choicesOf } from '../view/choices.ts';
import { hasLine } from '../view/handover.ts';
import { clausesOf } from './clauses.ts';
import { type Conversation, type Lead, placeOf, sendEvent, withLead } from './conversation.ts';
import { speak } from './language.ts';
import { beginAnew, beginsAnew, isOver } from './new-case.ts';
import { press } from './on-choice.ts';
import { answerToDoubt } from './on-doubt.ts';
import { address, asksToWrite, enter, fieldFor, isForLetter } from './on-form.ts';
import { doneAt, earlierShown, shownAt, stuckAt } from './on-steps.ts';
import { behindSight } from './seen.ts';

/** Advice whose answers are read with more care than those of other advice. */
const careful: Partial<Record<AdviceId, Asked['at']>> = { drive: 'rescue', lost: 'rescue', putback: 'putback' };
const advised = (id: AdviceId): Asked['at'] => {
  if (!isSituation(id)) return careful[id] ?? 'advice';
  return situation(id).end === 'ends' ? 'subject' : 'situation';
};

/** Returns the dialogue context: the prompt and the answers that the person sees. Commands are known by their words. */
function asked(talk: Conversation): Asked {
  const prompt = promptOf(talk.snapshot);
  return {
    question: prompt.kind === 'question' ? prompt.id : undefined,
    at: prompt.kind === 'advice' ? advised(prompt.id) : prompt.kind,
    origin: talk.snapshot.context.facts.origin,
    choices: apart(choicesOf(talk.snapshot, wordsIn(talk.language))).answers,
  };
}

/** Returns what is understood from a text at the present prompt. */
export const heardAt = (talk: Conversation, text: string): Understood => understand(text, asked(talk));

/** Returns the place at which the person writes, as `docs/labels.md` names it. */
export const placeAt = (talk: Conversation): string => placeAsked(asked(talk));

/** Returns true if anything is understood from a text at the present prompt. 「これです」 sent with a picture, for example, says nothing. */
export function tells(talk: Conversation, text: string): boolean {
  const { facts, language, intent, topic, candidates, choice, secrets } = heardAt(talk, text);
  const meant = [language, intent, topic, choice].some((one) => one !== undefined);
  return meant || Object.keys(facts).length > 0 || candidates.length > 0 || secrets.length > 0;
}

/** Applies a message in the person's own words. If it is too long, its end is not read, and the person is told so. `denied`: the readings that the same message has just denied, and may name; `borne`: what a language model has proposed that it bears. */
export function hear(
  talk: Conversation,
  text: string,
  denied: readonly Reading[] = [],
  borne: readonly Borne[] = [],
): Conversation {
  const wish = assistantWish(text);
  if (wish !== undefined) return withLead({ ...talk, assisted: wish === 'on' }, { say: `model-${wish}` });
  const own = ownAnswerTo(text);
  if (own !== undefined)
    return 'topic' in own.answer
      ? sendEvent(talk, { type: 'ask', topic: own.answer.topic })
      : withLead(talk, { own: own.id });
  const answer = answerToDoubt(talk, text);
  if (answer !== undefined) {
    const told = redact(text).secrets.length > 0 && redact(answer.rest).secrets.length === 0;
    const warned = told ? withLead(talk, { say: 'secret-removed' }) : talk;
    // What is said besides is heard once, and answers nothing.
    if (answer.choice === undefined) return hasWords(answer.rest) ? hear(behindSight(warned), answer.rest) : warned;
    const next = press(warned, answer.choice);
    const no = answer.choice === 'none-of-these' ? talk.snapshot.context.candidates : [];
    if (!hasWords(answer.rest)) return next;
    // Who writes what it is need not be asked to.
    const lead = next.lead.filter((one) => !('say' in one && one.say === 'sight-denied'));
    return hear({ ...next, lead }, answer.rest, no);
  }
  const answered = answerFirst(talk, text);
  if (answered !== undefined) return hear(press(talk, answered.choice), answered.rest);
  const heard = without(withProposal(heardAt(talk, text), borne, asked(talk)), denied);
  const cut: Lead[] = text.length > longest ? [{ say: 'cut' }] : [];
  const secret: Lead[] = heard.secrets.length > 0 ? [{ say: 'secret-removed' }] : [];
  const next = withLead(talk, ...secret, ...cut);
  if (heard.choice !== undefined) return press(next, heard.choice);
  if (isOfCaseBefore(talk, heard)) return sendEvent(next, { type: 'last-case' });
  if (heard.to !== undefined && heard.intent === 'human') return address(take(next, heard), heard.to);
  if (saysUrgencyAlone(talk, heard)) return withLead(next, { say: takesUrgency(talk) ? 'entered' : 'urgency-heard' });
  if (promptOf(talk.snapshot).kind !== 'form') return take(next, heard);
  return isForLetter(heard)
    ? takeIn(next, heard)
    : take(next, asksToWrite(heard) ? { ...heard, intent: 'done' } : heard);
}

const hasWords = (text: string): boolean => /\p{L}|\p{N}/u.test(text);

/** Returns true for a message that says how urgent it is and nothing else: it is kept, and there is nothing to answer. */
const saysUrgencyAlone = (
  talk: Conversation,
  { text, facts, language, intent, topic, tried, candidates }: Understood,
) =>
  !isOver(talk) &&
  [language, intent, tried].every((one) => one === undefined) &&
  (topic === undefined || (topic === 'hurry' && takesUrgency(talk))) &&
  Object.keys(facts).length + candidates.length === 0 &&
  urgencyIn(text)?.alone === true;

/** Returns true where the letter that is being prepared says how urgent the case is. */
const takesUrgency = ({ snapshot }: Conversation): boolean =>
  promptOf(snapshot).kind === 'form' && hasLine(snapshot.context, 'urgency');

/** Returns true for what is said of the case before, where going on with that is offered: 「また出ました」. */
const isOfCaseBefore = ({ snapshot }: Conversation, { text, facts }: Understood): boolean =>
  snapshot.can({ type: 'last-case' }) &&
  Object.keys(facts).length === 0 &&
  understand(text, { question: undefined, at: 'closed', choices: [] }).about === 'same';

/** Returns the choice whose very label is the first clause of a message, and what the message says besides; undefined where it is none, or nothing follows. A wish that the whole message is has its own way. */
function answerFirst(talk: Conversation, text: string): { readonly choice: string; readonly rest: string } | undefined {
  const { first, rest } = clausesOf(text);
  if (!/\p{L}/u.test(rest) || widthOf(first) < label || redact(text).secrets.length > 0) return undefined;
  const { choice } = heardAt(talk, first);
  return choice === undefined ? undefined : { choice, rest };
}

/** Returns what was understood without the readings that were denied. */
function without(heard: Understood, denied: readonly Reading[]): Understood {
  const isDenied = (reading: Reading) => denied.some((one) => JSON.stringify(one) === JSON.stringify(reading));
  const facts = Object.entries(heard.facts).filter(([slot, value]) => !isDenied({ facts: { [slot]: value } }));
  return {
    ...heard,
    facts: Object.fromEntries(facts),
    topic: heard.topic !== undefined && isDenied({ topic: heard.topic }) ? undefined : heard.topic,
    candidates: heard.candidates.filter((reading) => !isDenied(reading)),
  };
}

/** The least width of a label that counts where more is said beside it: a digit or "yes" may begin anything. */
const label = 8;

/** Topics that need no answer where a letter is being prepared. */
const passed: readonly Topic[] = ['problem', 'upset'];

/** Takes a message at the form into the letter, and its facts with it. */
function takeIn(talk: Conversation, heard: Understood): Conversation {
  const field = fieldFor(talk, heard);
  const entered = enter(talk, field, heard.text);
  const topic = passed.some((one) => one === heard.topic) ? undefined : heard.topic;
  const told = Object.keys(heard.facts).length > 0 || heard.candidates.length > 0;
  const taken =
    told || topic !== undefined || heard.tried !== undefined
      ? take(entered, { ...heard, intent: undefined, topic })
      : entered;
  const open = promptOf(taken.snapshot).kind === 'form' && hasLine(taken.snapshot.context, field);
  return open ? withLead(taken, { say: 'entered' }) : taken;
}

/** Intents that mean the same at every prompt; the others answer the prompt at which they were said. */
const anywhere: readonly Intent[] = ['solved', 'help', 'restart', 'cancel', 'human', 'bypass'];

function take(talk: Conversation, understood: Understood): Conversation {
  if (beginsAnew(talk, understood)) return beginAnew(talk, understood);
  const { language, intent, tried } = understood;
  const prompt = promptOf(talk.snapshot);
  // Who says thanks after the end tells nothing anew.
  if (isOver(talk) && isPolite(intent) && understood.topic === undefined)
    return follow(talk, { ...understood, facts: {} });
  // A remark about the present list reports progress with it, not an earlier attempt.
  if (tried === undefined) return follow(talk, understood);
  if ('id' in prompt && prompt.id === tried)
    return follow(talk, { ...understood, intent: prompt.kind === 'list' ? (intent ?? 'done') : intent });
  const done = sendEvent(talk, { type: 'tried', id: tried });
  const { facts, topic } = understood;
  const more = topic !== undefined || Object.keys(facts).length > 0;
  const heard = intent !== undefined && (anywhere.includes(intent) || prompt.kind === 'check');
  const meant = heard ? intent : undefined;
  return more || language !== undefined || meant !== undefined ? follow(done, { ...understood, intent: meant }) : done;
}

/** Follows what was understood, then asks about what is not sure: nothing else was understood, or it would do harm to miss it. */
function follow(talk: Conversation, understood: Understood): Conversation {
  const { facts, language, intent, topic, quote, secrets } = understood;
  const candidates = understood.candidates.filter((reading) => !isKnown(reading, talk));
  const said = [language, intent, topic].some((one) => one !== undefined) || Object.keys(facts).length > 0;
  const next = said ? respond(talk, understood) : talk;
  if (isOnlyPolite(understood)) return sendEvent(next, { type: 'unclear', candidates });
  if (candidates.length === 0 && (said || secrets.length > 0)) return next;
  const asking = quote === '' || candidates.length === 0 ? next : withLead(next, { quoted: quote });
  return sendEvent(asking, { type: 'unclear', candidates });
}

const polite: readonly Intent[] = ['thanks', 'got-it', 'greeting'];
const isPolite = (intent: Intent | undefined): boolean => intent !== undefined && polite.includes(intent);
/** Returns true where nothing was understood but a polite word before a question, which is not passed over. */
const isOnlyPolite = ({ facts, language, intent, topic, text }: Understood): boolean =>
  isPolite(intent) &&
  topic === undefined &&
  language === undefined &&
  Object.keys(facts).length === 0 &&
  asksSomething(clausesOf(text).rest);

/** Returns true for a reading that tells nothing new: it need not be asked about. */
const isKnown = (reading: Reading, { snapshot }: Conversation): boolean =>
  'facts' in reading &&
  Object.entries(reading.facts).every(([slot, value]) => snapshot.context.facts[slot as keyof Facts] === value);

function respond(talk: Conversation, understood: Understood): Conversation {
  const { facts, language, intent, topic } = understood;
  const telling = Object.keys(facts).length > 0;
  const told = telling ? tell(talk, facts) : talk;
  const moved = placeOf(told.snapshot) !== placeOf(talk.snapshot);
  const asked = topic !== undefined && !(moved && isAnswered(topic, told)) ? topic : undefined;
  const answered = asked === undefined ? told : sendEvent(told, { type: 'ask', topic: asked });
  // After the end of a case, "it is not activated" may be about the old case or a new one.
  if (topic === 'problem' && promptOf(answered.snapshot).kind === 'closed')
    return sendEvent(answered, { type: 'unclear', candidates: readingsAfterEnd });
  if (language !== undefined) return speak(answered, language);
  if (intent === undefined) return answered;
  if (moved && !anywhere.includes(intent)) return answered;
  // "Write to the seller" both tells the recipient and asks for a message, which the form is composing already.
  if (moved && intent === 'human' && promptOf(told.snapshot).kind === 'form') return answered;
  // To skip a question means "don't know"; a list has an event of its own for it.
  const passed = intent === 'skip' && promptOf(answered.snapshot).kind === 'question';
  const event: Event = passed
    ? { type: 'dont-know' }
    : intent === 'back' && talk.snapshot.context.candidates.length > 0
      ? { type: 'none-of-these' }
      : // Where nothing can be skipped, the wish is taken as "next" rather than ignored.
        { type: intent === 'skip' && !answered.snapshot.can({ type: intent }) ? 'next' : intent };
  const stepped = atStep(answered, understood);
  if (stepped !== undefined) return stepped;
  return !answered.snapshot.can(event) && (telling || topic !== undefined) ? answered : sendEvent(answered, event);
}

/** Follows what is said of one step that is named, or of the steps before the present ones. Returns undefined if neither is spoken of. */
function atStep(talk: Conversation, { intent, step, earlier }: Understood): Conversation | undefined {
  const { kind } = promptOf(talk.snapshot);
  const paging = kind === 'step' || kind === 'stuck';
  if (earlier && !paging && (intent === 'repeat' || intent === 'back' || intent === 'steps')) return earlierShown(talk);
  if (step === undefined) return undefined;
  switch (intent) {
    case 'stuck':
    case 'dont-know':
      return stuckAt(step, talk);
    case 'steps':
      return shownAt(step, talk);
    case 'done':
      return doneAt(step, talk);
    case 'skip':
      // One step is left out, not the list.
      return kind === 'list' || paging ? sendEvent(talk, { type: 'ask', topic: 'skip-step' }) : undefined;
    default:
      return undefined;
  }
}

/** Returns true where the advice that has come up answers a question already. */
function isAnswered(topic: Topic, { snapshot }: Conversation): boolean {
  const prompt = promptOf(snapshot);
  return prompt.kind === 'advice' && isSituation(prompt.id) && situation(prompt.id).answers.includes(topic);
}

/** Tells facts, and notes what is new of them. */
function tell(talk: Conversation, facts: Understood['facts']): Conversation {
  const { facts: known } = talk.snapshot.context;
  const codes = (facts.errorCodes ?? []).filter((code) => !known.errorCodes?.includes(code));
  const news = Object.entries(facts).filter(
    ([slot, value]) => slot !== 'errorCodes' && known[slot as keyof Facts] !== value,
  );
  const noted: Facts = { ...Object.fromEntries(news), ...(codes.length > 0 && { errorCodes: codes }) };
  const leads: readonly Lead[] = Object.keys(noted).length > 0 ? [{ noted }] : [];
  const next = sendEvent(withLead(talk, ...leads, ...codes.map((code): Lead => ({ code }))), { type: 'tell', facts });
  if (noted.reader !== 'novice') return next;
  // Somebody who is not used to computers and looks at a list gets its first step; anybody else of them hears that there is time.
  const isGiven = promptOf(next.snapshot).kind === 'list' && placeOf(next.snapshot) === placeOf(talk.snapshot);
  return isGiven ? sendEvent(next, { type: 'stuck' }) : withLead(next, { say: 'one-at-a-time' });
}
