import { z } from 'zod';
import { wordsIn } from '../../../bot/i18n.ts';
import { isConversationId } from '../../../bot/keys.ts';
import { baseOf } from '../../../bot/languages.ts';
import type { ConversationId } from '../../../bot/ports.ts';
import { redact } from '../../../bot/runtime/index.ts';
import type { Language } from '../../../bot/types.ts';
import { input } from '../receive/input.ts';
import { box, button, type Card, card, type Part, plain, row, text } from '../render/card.ts';

/** Maximum number of characters of a reply; the bot would cut a longer one. */
const most = 2_000;
const field = 'answer';
const schema = z.object({
  reply: z.custom<ConversationId>(isConversationId),
  [field]: z.string().default(''),
});

/** A reply of the desk to the person of a conversation, in any channel. */
export interface Reply {
  readonly to: ConversationId;
  readonly text: string;
}

/** Returns the button of a ticket that opens an input field (Action.ShowCard) for a reply to the person of this conversation. */
export function replyForm(to: ConversationId, language: Language): Part {
  // What staff read is in no register.
  const words = wordsIn(language).letters;
  const answer = input(field, words.text('teams:reply.label'), most, baseOf(language), {
    isMultiline: true,
    isRequired: true,
  });
  const send = button(words.text('teams:reply.send'), { reply: to }, { style: 'positive' });
  return { type: 'Action.ShowCard', title: words.text('teams:reply.open'), card: card([answer, ...row([send])]) };
}

/** Returns true if the data of a pressed button claims to come from a ticket. */
export const isReply = (data: object): boolean => Object.hasOwn(data, 'reply');

/** Parses the data of a ticket's button; returns undefined if it is invalid. */
export function readReply(data: object): Reply | undefined {
  const { data: read } = schema.safeParse(data);
  return read && { to: read.reply, text: read[field] };
}

/** Returns the reason why a reply cannot be forwarded, in words for its author: it is empty, too long, or contains a secret. Returns undefined if it can. */
export function flawIn(answer: string, language: Language): string | undefined {
  const words = wordsIn(language);
  // The length is checked again, since some clients count an emoji as one character.
  if (answer.length > most) return words.text('teams:reply.long', { most: most.toLocaleString('en') });
  const { text, secrets } = redact(answer);
  if (secrets.length > 0) return words.text('teams:reply.secret');
  return text.trim() === '' ? words.text('teams:reply.empty') : undefined;
}

/** Returns the card that shows a forwarded reply at the desk: its author and its text, after redaction. */
export function replyNote(name: string, answer: string, language: Language): Card {
  const words = wordsIn(language);
  return card([
    text(words.text('teams:reply.done'), { weight: 'bolder' }),
    ...plain(`${words.text('teams:reply.by')}${words.text('handover:colon')}${name}`),
    box(plain(redact(answer).text.trim())),
  ]);
}
