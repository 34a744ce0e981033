import type { Words } from '../../../bot/i18n.ts';
import type { AnswerFlaw } from '../passed-on.ts';

/** Returns why an answer that staff wrote in a ticket system is not passed on, in words for its author: it is empty, too long, holds a secret, or what may be one; that is sent once they write it again. */
export function flawInWords(flaw: AnswerFlaw, words: Words): string {
  switch (flaw.error) {
    case 'empty':
      return words.text('teams:reply.empty');
    case 'long':
      return words.text('teams:reply.long', { most: flaw.most.toLocaleString('en') });
    case 'secret':
      return words.text('teams:reply.secret');
    case 'doubtful':
      return [words.text('desk:systems.doubtful'), '', ...flaw.parts].join('\n');
  }
}
