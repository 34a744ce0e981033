import { promptOf } from '../../flows/session.ts';
import type { Input } from '../types.ts';
import { redact } from '../understanding/redact.ts';
import { leaveAbove } from '../view/repeat.ts';
import { placeOf, say, type Talk } from './conversation.ts';
import { press } from './on-choice.ts';
import { readForm } from './on-form.ts';
import { hear, tells } from './on-text.ts';

/** The desk's words are cut at this length, and secrets are taken out of them as of everybody's. */
const longest = 2_000;
const passedOn = (text: string): string => redact(text).text.slice(0, longest).trim();

/** One turn, as a pure function: a conversation and what the person did give the conversation as it goes on. */
export function advance(before: Talk, input: Input): Talk {
  const talk: Talk = { ...before, lead: [] };
  switch (input.type) {
    case 'text':
      return leaveAbove(before, hear(talk, input.text));
    case 'choice':
      return input.to === placeOf(talk.snapshot) ? press(talk, input.choice) : say(talk, { say: 'not-a-choice' });
    case 'form':
      return input.to === placeOf(talk.snapshot) && promptOf(talk.snapshot).kind === 'form'
        ? readForm(talk, input.values)
        : say(talk, { say: 'not-a-choice' });
    case 'file': {
      const acknowledged = say(talk, { say: 'file' });
      return leaveAbove(before, tells(talk, input.text) ? hear(acknowledged, input.text) : acknowledged);
    }
    case 'malformed':
      return say(talk, { say: 'malformed' });
    case 'desk':
      return say(talk, { desk: passedOn(input.text) });
  }
}
