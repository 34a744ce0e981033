import { promptOf } from '../../flows/session.ts';
import type { Input } from '../types.ts';
import { answerPassedOn } from '../understanding/answer-checked.ts';
import type { Borne } from '../understanding/proposed.ts';
import { isLog, readLog, wordsBesideLog } from '../understanding/screen/index.ts';
import { isRepeat, markRepeat } from '../view/repeat.ts';
import { type Conversation, type Lead, placeOf, sendEvent, viewIdOf, withLead } from './conversation.ts';
import { inLanguageOf } from './language.ts';
import { answerNotice } from './notices.ts';
import { press } from './on-choice.ts';
import { readForm } from './on-form.ts';
import { hear, tells } from './on-text.ts';
import { behindSight, sees, stillAsking } from './seen.ts';
import { withUrgency } from './urgency.ts';

/** Maximum length of the desk's answer in UTF-16 code units; a longer one is cut. */
const longest = 2_000;

/** Sentences after which nothing has to be taken back. */
const polite = ['thanks', 'got-it', 'greeting', 'welcome-back'];
const isPolite = (lead: Lead): boolean => 'say' in lead && polite.includes(lead.say);

/** Understands the last message anew, which was edited: takes back what it told, and hears it as it is now. Returns the same conversation where that makes no difference, where it is not understood either, or where what it led to cannot be taken back: an end, a new beginning, a step. */
function hearAgain(before: Conversation, text: string): Conversation {
  const { misses, candidates } = before.snapshot.context;
  const told = before.lead.some((lead) => 'noted' in lead || 'code' in lead);
  const asking = misses > 0 || candidates.length > 0 || before.lead.some((lead) => 'answer' in lead || 'own' in lead);
  const said = before.lead.filter((lead) => !isRepeat(lead));
  if (!told && !asking && !(said.length > 0 && said.every(isPolite))) return before;
  const talk = behindSight(told ? sendEvent(before, { type: 'wrong' }) : before);
  const after = markRepeat(before, heardBeside(before, inLanguageOf(text, { ...talk, lead: [] }), text));
  const leads = after.lead.filter((lead) => !isRepeat(lead));
  const same = placeOf(after.snapshot) === placeOf(before.snapshot) && JSON.stringify(leads) === JSON.stringify(said);
  return same || after.snapshot.context.misses > misses ? before : after;
}

/** Applies one input to a conversation, as a pure function, and returns the next conversation. `borne`: what a language model has proposed that a message bears. */
export function advance(before: Conversation, input: Input, borne: readonly Borne[] = []): Conversation {
  const next = follow(before, input, borne);
  const isSaid = input.type === 'text' || input.type === 'file' || (input.type === 'edit' && next !== before);
  return isSaid ? withUrgency(next, input.text) : next;
}

/** Hears a message while it is asked what was seen on a picture: what does not answer that leaves it open. */
const heardBeside = (
  before: Conversation,
  talk: Conversation,
  text: string,
  borne: readonly Borne[] = [],
): Conversation => stillAsking(before, hear(talk, text, [], borne));

/** Hears what is written beside the output of a program, and asks about what that shows; undefined for any other message, and where it shows nothing. Where the words lead to advice, an end or a letter, that goes first and nothing is asked. */
function pasted(before: Conversation, text: string): Conversation | undefined {
  if (!isLog(text)) return undefined;
  const words = wordsBesideLog(text);
  const talk = inLanguageOf(words, { ...before, lead: [] });
  const isSaid = words !== '' && tells(talk, words);
  const said = isSaid ? heardBeside(before, talk, words) : before;
  const goesOn = ['question', 'list'].includes(promptOf(said.snapshot).kind);
  const seen = readLog(text);
  const asked = seen.empty || (isSaid && !goesOn) ? said : sees(said, 'log', { seen, why: null }, false);
  if (asked === before) return undefined;
  return isSaid && asked !== said ? { ...asked, lead: [...said.lead, ...asked.lead] } : asked;
}

function follow(before: Conversation, input: Input, borne: readonly Borne[]): Conversation {
  const answered = answerNotice(before, input);
  if (answered !== undefined) return answered;
  const talk: Conversation = { ...before, lead: [] };
  switch (input.type) {
    case 'text':
      return (
        pasted(before, input.text) ??
        markRepeat(before, heardBeside(before, inLanguageOf(input.text, talk), input.text, borne))
      );
    case 'edit':
      return hearAgain(before, input.text);
    case 'choice':
      return input.to === viewIdOf(before)
        ? markRepeat(before, press(talk, input.choice))
        : withLead(talk, { say: 'not-a-choice' });
    case 'form': {
      const behind = behindSight(talk);
      return input.to === placeOf(behind.snapshot) && promptOf(behind.snapshot).kind === 'form'
        ? readForm(behind, input.values)
        : withLead(talk, { say: 'not-a-choice' });
    }
    case 'file': {
      const acknowledged = withLead(inLanguageOf(input.text, talk), { say: 'file' });
      return markRepeat(
        before,
        tells(acknowledged, input.text) ? heardBeside(before, acknowledged, input.text) : acknowledged,
      );
    }
    case 'malformed':
      return withLead(talk, { say: 'malformed' });
    case 'desk':
      return withLead(talk, {
        desk: answerPassedOn(input.text, longest),
        by: input.by,
        ...(input.corrects && { corrects: true }),
      });
    case 'staff': {
      const told = withLead(talk, { say: `desk-${input.act}`, by: input.by });
      const resumes = input.act === 'return' && told.snapshot.can({ type: 'continue' });
      return markRepeat(before, resumes ? sendEvent(told, { type: 'continue' }) : told);
    }
  }
}
