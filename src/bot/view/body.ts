import type { AdviceId } from '../../flows/agenda.ts';
import type { Context, Prompt } from '../../flows/context.ts';
import type { Recipient } from '../../flows/events.ts';
import { hintsOn, type Place, variantOf } from '../../flows/hints.ts';
import { activationHosts } from '../../flows/hosts.ts';
import { type ListId, list } from '../../flows/lists.ts';
import { addresseeOf } from '../../flows/recipient.ts';
import { isSituation } from '../../flows/situations.ts';
import type { TextKey, Words } from '../i18n.ts';
import type { Reachable, View } from '../types.ts';
import { factPhrases } from './fact-phrases.ts';

/** The texts of a prompt: a view without its leads, quote, buttons and form. */
export type Body = Pick<View, 'title' | 'text' | 'steps' | 'headlines' | 'notes' | 'hints'>;

/** Returns the texts of a state's prompt. */
export function viewBody(prompt: Prompt, context: Context, words: Words, contacts: Reachable): Body {
  switch (prompt.kind) {
    case 'question':
      return { ...emptyBody, text: questionText(prompt.id, context, words), notes: hints(prompt.id, context, words) };
    case 'list':
    case 'step':
    case 'stuck':
    case 'check':
      return given[prompt.kind](prompt.id, context, words);
    case 'advice':
      return { ...advice(prompt.id, words), notes: hints(prompt.id, context, words) };
    case 'recipient':
      return { ...emptyBody, text: words.text('prompts:recipient.text') };
    case 'form':
      return headed('form', words, { recipient: recipientName(context, words) });
    case 'closed':
      return {
        ...headed(prompt.outcome, words, { recipient: recipientName(context, words) }),
        ...(prompt.outcome === 'escalated' && isSent(context) && { text: sentText(context, words) }),
        ...(prompt.outcome === 'escalated' &&
          addresseeOf(context) === 'administrator' && { text: words.text('prompts:escalated.own') }),
        notes: [
          ...hints(prompt.outcome, context, words),
          ...(prompt.outcome === 'escalated' ? bring(context, words, contacts) : []),
        ],
      };
  }
}

/** The body of a prompt without texts. */
export const emptyBody: Body = { title: '', text: '', steps: [], headlines: [], notes: [], hints: [] };
const headed = (
  id: 'drive' | 'lost' | 'putback' | 'wait' | 'form' | 'resolved' | 'escalated' | 'cancelled',
  words: Words,
  values = {},
): Body => ({
  ...emptyBody,
  title: words.text(`prompts:${id}.title`),
  text: words.text(`prompts:${id}.text`, values),
});
const advice = (id: AdviceId, words: Words): Body =>
  isSituation(id)
    ? {
        ...emptyBody,
        title: words.text(`situations:${id}.title`),
        text: words.text(`situations:${id}.text`),
        steps: words.lines(`situations:${id}.steps`),
      }
    : { ...headed(id, words), steps: words.lines(`prompts:${id}.steps`) };
const recipientName = (context: Context, words: Words) => words.text(`handover:recipients.${addresseeOf(context)}`);
/** Returns true where a desk gets the letter from the bot; one to somebody else the person sends themselves while the desk has the case. */
const isSent = ({ atDesk, sentTo, recipient }: Context): boolean =>
  atDesk && (recipient === undefined || recipient === sentTo);
/** Returns what a letter is to the person when a desk gets it from the bot: a copy. */
const sentText = (context: Context, words: Words): string =>
  words.text('prompts:escalated.sent', { recipient: recipientName(context, words) });
const hints = (place: Place, { facts }: Context, words: Words) =>
  hintsOn(place, facts).map((id) => words.text(`notes:hints.${id}`));

function questionText(id: Extract<Prompt, { kind: 'question' }>['id'], { facts }: Context, words: Words): string {
  const variant = variantOf(id, facts);
  const { message, edition, errorCodes } = facts;
  const evidence = factPhrases(
    { ...(message && { message }), ...(edition && { edition }), ...(errorCodes && { errorCodes }) },
    words,
  );
  const key = variant === undefined ? `questions:${id}.text` : `questions:${id}.text_${variant}`;
  return words.text(key as TextKey, { evidence: evidence.join(words.text('handover:comma')) });
}

/** Returns the cautions and dated notes that belong to a step of a list (1-based), 0 to the whole list. */
function notesOf(id: ListId, step: number, words: Words): readonly string[] {
  const hosts = activationHosts.join(words.text('handover:comma'));
  const there = (notes: Readonly<Record<string, number>>) =>
    Object.entries(notes).flatMap(([note, at]) => (at === step ? note : []));
  return [
    ...there(list(id).cautions).map((caution) => words.text(`notes:cautions.${caution}` as TextKey)),
    ...there(list(id).dated).map((note) => words.text(`notes:dated.${note}` as TextKey, { hosts })),
  ];
}

/** Returns a whole list: its steps in full with all its notes, and in short. */
function wholeList(id: ListId, context: Context, words: Words): Body {
  const steps = words.lines(`lists:${id}.steps`);
  const hinted = [...hints(id, context, words), ...notesOf(id, 0, words)];
  const noted = steps.map((_, n) => notesOf(id, n + 1, words));
  return {
    title: words.text(`lists:${id}.title`),
    text: words.text(`lists:${id}.purpose`),
    steps,
    headlines: words
      .lines(`lists:${id}.headlines`)
      .map((text, n) => ({ text, detail: [steps[n] ?? '', ...(noted[n] ?? [])] })),
    notes: [...hinted, ...noted.flat()],
    hints: hinted,
  };
}

const given: Readonly<
  Record<'list' | 'step' | 'stuck' | 'check', (id: ListId, context: Context, words: Words) => Body>
> = {
  list: wholeList,
  step: (id, context, words) => ({
    ...emptyBody,
    title: words.text('prompts:step.title', {
      title: words.text(`lists:${id}.title`),
      step: context.step + 1,
      steps: list(id).steps,
    }),
    text: words.lines(`lists:${id}.steps`)[context.step] ?? '',
    notes: notesOf(id, context.step + 1, words),
  }),
  stuck: (id, context, words) => ({
    ...emptyBody,
    title: words.text('prompts:stuck.text'),
    text: words.lines(`lists:${id}.help`)[context.step] ?? '',
  }),
  check: (id, _context, words) => ({
    ...emptyBody,
    text: words.text(
      `prompts:check.${checks[list(id).effects.includes('lowers-protection') ? 'lowers-protection' : list(id).ending]}`,
    ),
  }),
};
const checks = { solved: 'text', seen: 'text', saved: 'text_saved', 'lowers-protection': 'text_protection' } as const;

/** Returns where to send the message, and the things to have at hand. */
function bring(context: Context, words: Words, contacts: Reachable): readonly string[] {
  const to = addresseeOf(context);
  const items = words.lines(`handover:${to}.bring`).join(words.text('handover:comma'));
  return [
    // The specialist can be called while the desk has the letter; anybody else has it by the desk.
    ...(isSent(context) && to !== 'specialist' ? [] : [whereTo(to, words, contacts)]),
    `${words.text('prompts:escalated.bring')}${words.text('handover:colon')}${items}`,
  ];
}

/** Returns where the message goes: to the contact that is configured, else where such a contact is found. */
function whereTo(to: Recipient, words: Words, { desk, specialist }: Reachable): string {
  if (to === 'specialist') return words.text('handover:contact.specialist', specialist);
  return to === 'it-admin' && desk.address !== ''
    ? words.text('handover:contact.desk', desk)
    : words.text(`handover:${to}.send`);
}
