import { wordsIn } from '../../../bot/i18n.ts';
import type { Language } from '../../../bot/types.ts';
import type { Card } from '../render/card.ts';

/** What Teams is answered when it delivers an activity. */
export interface Answer {
  readonly status: number;
  readonly body: object;
}

/** The activity is done with. */
export const taken: Answer = { status: 200, body: {} };
/** Teams may deliver it again. */
export const later: Answer = { status: 503, body: {} };
/** Refusals have no body: who is refused learns nothing. */
export const refuse = (status: number): Answer => ({ status, body: {} });

/** The answer to a pressed button in words. */
export const inWords = (words: string): Answer => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: words },
});

/** The answer to a pressed button: the card that takes its card's place, or a word that it was heard. An empty one would show as an error, and Teams would press again: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
export const heard = (card: Card | undefined, language: Language): Answer =>
  card === undefined
    ? inWords(wordsIn(language).text('teams:accepted'))
    : { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card } };

/** The answer to a pressed button that could not be kept: the person is asked to press it again. */
export const failed = (language: Language): Answer => ({
  status: 200,
  body: {
    statusCode: 500,
    type: 'application/vnd.microsoft.error',
    value: { code: 'Unavailable', message: wordsIn(language).text('teams:trouble') },
  },
});
