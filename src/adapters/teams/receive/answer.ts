import { wordsIn } from '../../../bot/i18n.ts';
import type { Language } from '../../../bot/types.ts';
import type { Card } from '../render/card.ts';

/** The HTTP response to Teams when it delivers an activity. */
export interface Answer {
  readonly status: number;
  readonly body: object;
}

/** The answer that acknowledges an activity: 200. */
export const taken: Answer = { status: 200, body: {} };
/** The answer after which Teams may retry the delivery: 503. */
export const later: Answer = { status: 503, body: {} };
/** Returns the refusal of a request with this status; it has no body, so that the client learns nothing from it. */
export const refuse = (status: number): Answer => ({ status, body: {} });

/** Returns the answer to a pressed button that shows a text. */
export const inWords = (words: string): Answer => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: words },
});

/** Returns the answer to a pressed button: the Adaptive Card that replaces its card, or a text that acknowledges the press. An empty answer would show as an error, and Teams would press again: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
export const heard = (card: Card | undefined, language: Language): Answer =>
  card === undefined
    ? inWords(wordsIn(language).text('teams:accepted'))
    : { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card } };

/** Returns the answer to a pressed button whose press could not be saved: an error that asks the person to retry. */
export const failed = (language: Language): Answer => ({
  status: 200,
  body: {
    statusCode: 500,
    type: 'application/vnd.microsoft.error',
    value: { code: 'Unavailable', message: wordsIn(language).text('teams:trouble') },
  },
});
