import { z } from 'zod';
import { type TextKey, wordsIn } from '../../../bot/i18n.ts';
import type { DeskNotice } from '../../../bot/ports.ts';
import { longestNotice, noticeOrigins, type readNotice } from '../../../bot/runtime/index.ts';
import type { Language } from '../../../bot/types.ts';
import { endOf, endSeen } from '../../../bot/view/notice-words.ts';
import type { SlackDesk } from '../desks.ts';
import type { FormPayload } from '../receive/payloads.ts';
import { type Block, limits, type Modal, modalSchema } from '../render/blocks.ts';
import { cut, escaped, label } from '../render/text.ts';
import { endButton } from './news.ts';

/** The callback id of the modal in which staff post a notice, and end those in force. */
export const noticeForm = 'desk:notice';
/** The schema of what the modal remembers: the channel in which it was opened. */
const origin = z.object({ channel: z.string() });
const everybody = 'all';
/** Milliseconds from now on that a notice lasts unless its author says otherwise. */
const usual = 2 * 60 * 60 * 1_000;

/** Renders the modal in the language of its desk: the notices in force, each with a button to end it, and the form for another one. `code`: filled in already; empty for none. `now`: epoch milliseconds. */
export function noticeModal(desk: SlackDesk, active: readonly DeskNotice[], code: string, now: number): Modal {
  const { channel, language } = desk;
  const words = wordsIn(language);
  const input = (field: 'text' | 'origin' | 'code' | 'until', optional: boolean, element: object) => ({
    type: 'input',
    block_id: field,
    optional,
    label: label(words.text(`notices:${field}`), limits.label),
    element: { action_id: 'value', ...element },
  });
  const placeholder = label(words.text('notices:hint'), limits.placeholder);
  const option = (value: string, text: string) => ({ text: label(text, limits.option), value });
  const all = option(everybody, words.text('notices:all'));
  return modalSchema.parse({
    type: 'modal',
    callback_id: noticeForm,
    private_metadata: JSON.stringify({ channel }),
    title: label(words.text('notices:title'), limits.title),
    submit: label(words.text('notices:submit'), limits.title),
    close: label(words.text('slack:form.close'), limits.title),
    blocks: [
      ...standing(active, now, language),
      input('text', false, { type: 'plain_text_input', multiline: true, max_length: longestNotice, placeholder }),
      input('origin', false, {
        type: 'static_select',
        options: [all, ...noticeOrigins.map((one) => option(one, words.text(`facts:origin.${one}` as TextKey)))],
        initial_option: all,
      }),
      input('code', true, { type: 'plain_text_input', max_length: 100, ...(code !== '' && { initial_value: code }) }),
      input('until', false, { type: 'datetimepicker', initial_date_time: Math.ceil((now + usual) / quarter) * 900 }),
    ],
  });
}

/** A quarter of an hour in milliseconds: the end that is filled in is a round time. */
const quarter = 15 * 60 * 1_000;
/** The number of notices in force that are listed; more are ended where they were posted. */
const listed = 10;

function standing(active: readonly DeskNotice[], now: number, language: Language): readonly Block[] {
  if (active.length === 0) return [];
  const words = wordsIn(language);
  const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text, verbatim: true as const });
  return [
    { type: 'section', text: mrkdwn(`*${words.text('notices:active')}*`) },
    ...active.slice(0, listed).map((notice): Block => {
      const end = words.text('notices:posted', { until: endOf(endSeen(notice.until, notice.zone, now), language) });
      const text = escaped(cut(notice.text, limits.header, '…'));
      return { type: 'section', text: mrkdwn(`${end}\n${text}`), accessory: endButton(notice, language) };
    }),
    { type: 'divider' },
  ];
}

/** Returns what was filled into the modal, and the channel in which it was opened; undefined if the bot did not write it. */
export function draftIn({ view }: Pick<FormPayload, 'view'>) {
  const channel = noticeChannel(view.private_metadata);
  const of = (field: string) => view.state.values[field]?.['value'];
  const until = of('until')?.selected_date_time;
  if (channel === undefined) return undefined;
  return {
    channel,
    draft: {
      text: of('text')?.value ?? '',
      origin: of('origin')?.selected_option?.value ?? everybody,
      code: of('code')?.value ?? '',
      until: until == null ? undefined : until * 1_000,
    },
  };
}

/** Returns the channel in which a modal was opened, from its metadata; undefined if the bot did not write it. */
export function noticeChannel(metadata: string): string | undefined {
  try {
    return origin.safeParse(JSON.parse(metadata)).data?.channel;
  } catch {
    return undefined;
  }
}

type Flawed = Extract<ReturnType<typeof readNotice>, { readonly flaws: unknown }>;

/** Returns the errors beside the fields that say why a notice is not posted. */
export function flawsShown({ flaws, parts }: Flawed, language: Language): Record<string, string> {
  const words = wordsIn(language);
  const named = parts.join(words.text('handover:comma'));
  return Object.fromEntries(
    Object.entries(flaws).map(([field, why]) => [field, words.text(`notices:${why}`, { parts: named })]),
  );
}
