import { z } from 'zod';
import { wordsIn } from '../../../bot/i18n.ts';
import { type ConversationId, channels } from '../../../bot/ports.ts';
import { redact } from '../../../bot/runtime/index.ts';
import type { Language } from '../../../bot/types.ts';
import { input } from '../receive/input.ts';
import { box, button, type Card, card, type Part, plain, row, text } from '../render/card.ts';

/** Characters of an answer; the bot would cut a longer one. */
const most = 2_000;
const field = 'answer';
const schema = z.object({
  reply: z
    .string()
    .max(512)
    .regex(new RegExp(`^(?:${channels.join('|')}):[^\\p{Cc}\\p{Cs}]+$`, 'u')),
  [field]: z.string().default(''),
});

/** What the desk writes to the person of a conversation, in whatever channel that is. */
export interface Reply {
  readonly to: ConversationId;
  readonly text: string;
}

/** The button of a ticket that opens a field for an answer to the person of this conversation. */
export function replyForm(to: ConversationId, language: Language): Part {
  const words = wordsIn(language);
  const answer = input(field, words.text('teams:reply.label'), most, language, { isMultiline: true, isRequired: true });
  const send = button(words.text('teams:reply.send'), { reply: to }, { style: 'positive' });
  return { type: 'Action.ShowCard', title: words.text('teams:reply.open'), card: card([answer, ...row([send])]) };
}

/** Whether a pressed button means to be that of a ticket. */
export const isReply = (data: object): boolean => Object.hasOwn(data, 'reply');

/** What arrives with the button of a ticket; undefined: it is not one of ours. */
export function readReply(data: object): Reply | undefined {
  const { data: read } = schema.safeParse(data);
  return read && { to: read.reply as ConversationId, text: read[field] };
}

/** Says why an answer is not passed on: nothing is in it, too much, or a secret. Undefined: it can be. */
export function flawIn(answer: string, language: Language): string | undefined {
  const words = wordsIn(language);
  // Some clients count an emoji as one character.
  if (answer.length > most) return words.text('teams:reply.long', { most: most.toLocaleString('en') });
  const { text, secrets } = redact(answer);
  if (secrets.length > 0) return words.text('teams:reply.secret');
  return text.trim() === '' ? words.text('teams:reply.empty') : undefined;
}

/** What the desk sees of an answer that was passed on: who wrote it, and the words. */
export function replyNote(name: string, answer: string, language: Language): Card {
  const words = wordsIn(language);
  return card([
    text(words.text('teams:reply.done'), { weight: 'bolder' }),
    ...plain(`${words.text('teams:reply.by')}${words.text('handover:colon')}${name}`),
    box(plain(redact(answer).text.trim())),
  ]);
}
