import { promptOf } from '../../flows/session.ts';
import type { Input } from '../types.ts';
import { redact } from '../understanding/redact.ts';
import { markRepeat } from '../view/repeat.ts';
import { type Conversation, placeOf, withLead } from './conversation.ts';
import { inLanguageOf } from './language.ts';
import { press } from './on-choice.ts';
import { readForm } from './on-form.ts';
import { hear, tells } from './on-text.ts';

/** Maximum length of the desk's answer in UTF-16 code units; a longer one is cut. Secrets in it are redacted as in every text. */
const longest = 2_000;
const passedOn = (text: string): string => redact(text).text.slice(0, longest).trim();

/** Applies one input to a conversation, as a pure function, and returns the next conversation. */
export function advance(before: Conversation, input: Input): Conversation {
  const talk: Conversation = { ...before, lead: [] };
  switch (input.type) {
    case 'text':
      return markRepeat(before, hear(inLanguageOf(input.text, talk), input.text));
    case 'choice':
      return input.to === placeOf(talk.snapshot)
        ? markRepeat(before, press(talk, input.choice))
        : withLead(talk, { say: 'not-a-choice' });
    case 'form':
      return input.to === placeOf(talk.snapshot) && promptOf(talk.snapshot).kind === 'form'
        ? readForm(talk, input.values)
        : withLead(talk, { say: 'not-a-choice' });
    case 'file': {
      const acknowledged = withLead(inLanguageOf(input.text, talk), { say: 'file' });
      return markRepeat(before, tells(acknowledged, input.text) ? hear(acknowledged, input.text) : acknowledged);
    }
    case 'malformed':
      return withLead(talk, { say: 'malformed' });
    case 'desk':
      return withLead(talk, { desk: passedOn(input.text) });
  }
}
