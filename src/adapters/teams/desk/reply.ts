import { z } from 'zod';
import { wordsIn } from '../../../bot/i18n.ts';
import { isConversationId } from '../../../bot/keys.ts';
import { baseOf } from '../../../bot/languages.ts';
import type { ConversationId, TicketNote } from '../../../bot/ports.ts';
import { type AnswerChecked, asWritten, checkAnswer } from '../../../bot/runtime/index.ts';
import type { Language } from '../../../bot/types.ts';
import { quickAnswers, withQuick } from '../../../bot/view/quick.ts';
import { input } from '../receive/input.ts';
import { box, button, type Card, card, type Part, plain, row, text, written } from '../render/card.ts';

/** Maximum number of characters of a reply; the bot would cut a longer one. */
const most = 2_000;
const field = 'answer';
/** The id of the choice of a quick answer. */
const quick = 'quick';
const schema = z.object({
  reply: z.custom<ConversationId>(isConversationId),
  anyway: z.string().max(100).nullable().default(null),
  // Tickets of earlier versions do not say it.
  seen: z.number().default(Number.MAX_SAFE_INTEGER),
  fill: z.boolean().default(false),
  corrects: z.boolean().default(false),
  [quick]: z.string().max(40).default(''),
  [field]: z.string().default(''),
});

/** A reply of the desk to the person of a conversation, in any channel. */
export interface Reply {
  readonly to: ConversationId;
  readonly text: string;
  /** The sign of the doubt in spite of which it is to be sent, empty for none; null if it comes from the ticket and not from the form that asked. */
  readonly anyway: string | null;
  /** The time of what the card says of how the case stands, epoch milliseconds. */
  readonly seen: number;
  /** The quick answer that is chosen; empty for none. */
  readonly quick: string;
  /** True if the quick answer is to be put into the field before anything is sent. */
  readonly fill: boolean;
  /** True if it is to replace the answer before it. */
  readonly corrects: boolean;
}

/** The case that a form of a reply is for, and what its author saw of it. */
type Case = Pick<Reply, 'to' | 'seen' | 'corrects'>;

/** Returns the data of the buttons of a form. */
const dataOf = ({ to, seen, corrects }: Case) => ({ reply: to, seen, corrects });

/** Returns the button that opens an input field (Action.ShowCard) for a reply to the person of a case, or with the reply that is corrected. */
export function replyForm(of: Case, language: Language, value = ''): Part {
  // What staff read is in no register.
  const words = wordsIn(language).letters;
  const send = button(words.text('teams:reply.send'), dataOf(of), { style: 'positive' });
  const opened = card([answerField(value, language), ...writing([send], of, language)]);
  const title = words.text(of.corrects ? 'teams:reply.correct' : 'teams:reply.open');
  return { type: 'Action.ShowCard', title, card: opened };
}

/** Returns the choice of a quick answer, and the buttons below it. */
function writing(send: readonly Part[], of: Case, language: Language): readonly Part[] {
  const words = wordsIn(language).letters;
  return [
    {
      type: 'Input.ChoiceSet',
      id: quick,
      label: words.text('desk:templates.open'),
      placeholder: words.text('desk:templates.none'),
      choices: quickAnswers(language, language).map(({ id, title }) => ({ title, value: id })),
    },
    ...row([...send, button(words.text('desk:templates.fill'), { ...dataOf(of), fill: true })]),
  ];
}

/** Returns the field for a reply, filled in with what is written already. An empty one can be pressed, so that a quick answer can be put into it. */
const answerField = (value: string, language: Language): Part =>
  input(field, wordsIn(language).letters.text('teams:reply.label'), most, baseOf(language), {
    isMultiline: true,
    ...(value === '' ? {} : { value }),
  });

/** Returns a reply with the quick answer that was chosen put into it, in the language of the person. */
export const filledIn = (reply: Reply, language: Language, person: Language): Reply => ({
  ...reply,
  text: withQuick(reply.text, reply.quick, quickAnswers(language, person), most),
});

/** A doubt that is asked about before a reply is sent. */
export interface Asking {
  /** How the case stands now, if somebody else has gone on with it since the author saw it; else empty. */
  readonly overtaken: string;
  readonly doubt: Doubt | undefined;
}

/** Returns the form of a reply once more, with its text: it says what somebody else has done meanwhile, and what looks like a secret, with a button to send it anyway. */
export function askingForm(reply: Reply, { overtaken, doubt }: Asking, language: Language): Card {
  const words = wordsIn(language).letters;
  const again = { ...dataOf(reply), anyway: '' };
  return card([
    ...(overtaken === ''
      ? []
      : [
          text(words.text('desk:overtaken'), { weight: 'bolder' }),
          ...plain(overtaken),
          text(words.text('desk:overtaken-again')),
        ]),
    ...(doubt === undefined
      ? []
      : [
          text(words.text('teams:reply.doubtful'), { weight: 'bolder' }),
          box(plain(doubt.parts.join('\n'))),
          text(words.text('teams:reply.checked')),
        ]),
    answerField(reply.text, language),
    ...writing(
      [
        button(words.text('teams:reply.send'), again),
        ...(doubt === undefined
          ? []
          : [button(words.text('teams:reply.anyway'), { ...again, anyway: doubt.sign }, { style: 'positive' })]),
      ],
      reply,
      language,
    ),
  ]);
}

/** Returns true if the data of a pressed button claims to come from a ticket. */
export const isReply = (data: object): boolean => Object.hasOwn(data, 'reply');

/** Parses the data of a ticket's button; returns undefined if it is invalid. */
export function readReply(data: object): Reply | undefined {
  const { data: read } = schema.safeParse(data);
  if (read === undefined) return undefined;
  const { reply: to, anyway, seen, fill, corrects } = read;
  return { to, text: read[field], anyway, seen, quick: read[quick], fill, corrects };
}

/** What may be a secret in a reply. */
export type Doubt = Extract<AnswerChecked, { kind: 'doubtful' }>;

/** Returns the reason why a reply cannot be forwarded, in words for its author: it is empty (a quick answer may be chosen that is not in the field yet), too long, or contains a secret. Returns a doubt if it has to be asked about first, and undefined if it can be forwarded. */
export function flawIn({ text: answer, anyway, quick: chosen }: Reply, language: Language): string | Doubt | undefined {
  const words = wordsIn(language);
  // The length is checked again, since some clients count an emoji as one character.
  if (answer.length > most) return words.text('teams:reply.long', { most: most.toLocaleString('en') });
  if (asWritten(answer) === '') {
    const buttons = { fill: words.text('desk:templates.fill'), send: words.text('teams:reply.send') };
    return chosen === '' ? words.text('teams:reply.empty') : words.text('teams:reply.unfilled', buttons);
  }
  const checked = checkAnswer(answer);
  if (checked.kind === 'sure') return words.text('teams:reply.secret');
  return checked.kind === 'fine' || checked.sign === anyway ? undefined : checked;
}

type Answer = Extract<TicketNote, { readonly kind: 'answer' }>;
/** The words about an answer that was forwarded. */
type Forwarded = Pick<Answer, 'by' | 'text' | 'corrects' | 'late'>;

/** Returns who forwarded what to the person. */
function forwarded({ by, text: answer, corrects, late }: Forwarded, language: Language): readonly Part[] {
  const words = wordsIn(language);
  const name = by === '' ? words.text('desk:states.by-desk') : by;
  return [
    text(words.text(corrects ? 'teams:reply.corrected' : 'teams:reply.done'), { weight: 'bolder' }),
    ...plain(
      late && !corrects
        ? words.text('desk:told.late', { person: name })
        : `${words.text('teams:reply.by')}${words.text('handover:colon')}${name}`,
    ),
    ...written(asWritten(answer)),
  ];
}

/** Returns the card of the note that shows a desk who answered what in the case of a conversation, with a button to correct it. */
export const replyNote = (to: ConversationId, answer: Answer, language: Language): Card =>
  card([
    ...forwarded(answer, language),
    // What its author did is no news to whoever corrects it.
    ...row([replyForm({ to, seen: answer.at, corrects: true }, language, asWritten(answer.text))]),
  ]);

/** Returns the card that takes the place of the form that asked, once its reply is forwarded: what was sent, and the button for another reply. */
export const afterAsking = (by: string, reply: Reply, language: Language): Card =>
  card([
    ...forwarded({ ...reply, by, late: false }, language),
    ...row([replyForm({ ...reply, corrects: false }, language)]),
  ]);
