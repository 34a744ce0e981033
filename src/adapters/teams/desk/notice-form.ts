import { z } from 'zod';
import { type TextKey, wordsIn } from '../../../bot/i18n.ts';
import { baseOf } from '../../../bot/languages.ts';
import { nextTime } from '../../../bot/lib/zone.ts';
import type { DeskNotice } from '../../../bot/ports.ts';
import { longestNotice, noticeOrigins } from '../../../bot/runtime/index.ts';
import type { Language } from '../../../bot/types.ts';
import { endOf, endSeen } from '../../../bot/view/notice-words.ts';
import { zoneOf } from '../../zone.ts';
import { input } from '../receive/input.ts';
import { box, button, type Card, card, type Part, plain, row, text } from '../render/card.ts';
import { endButton } from './news.ts';

/** Prefix of the names of the form's inputs. */
const field = (name: 'text' | 'origin' | 'code' | 'until') => `notice-${name}` as const;
const everybody = 'all';
/** The number of notices in force that are listed; more are ended where they were posted. */
const listed = 10;

/** Returns the card with the notices in force, each with a button to end it, and the form for another one. `code`: filled in already; `zone`: the author's time zone; `now`: epoch milliseconds. */
export function noticeCard(
  active: readonly DeskNotice[],
  { code, zone, now }: { readonly code: string; readonly zone: string; readonly now: number },
  spoken: Language,
): Card {
  const language = baseOf(spoken);
  const words = wordsIn(language);
  const label = (name: 'text' | 'origin' | 'code' | 'until') => words.text(`notices:${name}`);
  const choice = (value: string, title: string) => ({ title, value });
  const look = { isMultiline: true, isRequired: true, placeholder: words.text('notices:hint') };
  return card([
    ...standing(active, now, language),
    text(words.text('notices:title'), { style: 'heading', weight: 'bolder', size: 'medium' }),
    input(field('text'), label('text'), longestNotice, language, look),
    {
      type: 'Input.ChoiceSet',
      id: field('origin'),
      label: label('origin'),
      value: everybody,
      choices: [
        choice(everybody, words.text('notices:all')),
        ...noticeOrigins.map((one) => choice(one, words.text(`facts:origin.${one}` as TextKey))),
      ],
    },
    input(field('code'), label('code'), 100, language, code === '' ? {} : { value: code }),
    { type: 'Input.Time', id: field('until'), label: label('until') },
    ...row([button(words.text('notices:submit'), { notice: 'post', zone }, { style: 'positive' })]),
  ]);
}

function standing(active: readonly DeskNotice[], now: number, language: Language): readonly Part[] {
  if (active.length === 0) return [];
  const words = wordsIn(language);
  return [
    text(words.text('notices:active'), { weight: 'bolder' }),
    ...active.slice(0, listed).flatMap((notice) => {
      const until = endOf(endSeen(notice.until, notice.zone, now), language);
      return [
        text(words.text('notices:posted', { until })),
        box(plain(notice.text)),
        ...row([endButton(notice, language)]),
      ];
    }),
  ];
}

const pressed = z.union([
  z.object({ notice: z.literal('open'), code: z.string().max(20) }),
  z.object({ notice: z.literal('end'), id: z.string().min(1).max(400) }),
  z
    .object({
      notice: z.literal('post'),
      zone: z.string().max(64).default(''),
      'notice-text': z.string().default(''),
      'notice-origin': z.string().default(''),
      'notice-code': z.string().default(''),
      'notice-until': z.string().max(20).default(''),
    })
    .transform((data) => ({
      notice: data.notice,
      zone: zoneOf(data.zone),
      text: data['notice-text'],
      origin: data['notice-origin'],
      code: data['notice-code'],
      clock: data['notice-until'],
    })),
]);

/** Returns true if the data of a pressed button claims to be about a notice. */
export const isOfNotice = (data: object): boolean => Object.hasOwn(data, 'notice');
/** Parses the data of such a button; returns undefined if it is invalid. */
export const readNoticePress = (data: object) => pressed.safeParse(data).data;

/** Returns the draft of a notice as it was filled in; its end is the next time that the clock of the author's zone shows it. `now`: epoch milliseconds. */
export const noticeDraft = (
  { text, origin, code, clock, zone }: Extract<z.output<typeof pressed>, { readonly notice: 'post' }>,
  now: number,
) => ({ text, origin, code, until: nextTime(clock, zone, now) });
