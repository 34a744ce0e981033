import { alone } from '../../../bot/ports.ts';
import { isOvertaken } from '../../../bot/view/ticket.ts';
import { personOf } from '../address.ts';
import type { SlackContext } from '../context.ts';
import type { FormPayload } from '../receive/payloads.ts';
import { readAnswered } from './answered.ts';
import { deskAt } from './channel.ts';
import { answerFiles, answerIn, answerModal, flawIn, keeping, type Reply, refusing } from './modal.ts';
import { nameOf } from './name.ts';
import { isStaff } from './staff.ts';

/** The function that takes the answer of staff to a case. It resolves to what is shown instead of closing the modal, or undefined if the answer is passed on; rejects when it cannot be stored. */
export type TakeAnswer = (team: string, form: FormPayload) => Promise<Reply | undefined>;

/** Returns a function that passes answers on to the person; the other staff see them by a note on the ticket. */
export function answerTaker(slack: SlackContext): TakeAnswer {
  return async (team, form) => {
    const { user, view } = form;
    const from = readAnswered(view.private_metadata);
    const desk = await deskAt(slack, team, from?.channel);
    if (from === undefined || desk === undefined) {
      slack.log.warn({ team }, 'A Slack form with an answer to a case that is none of the desk’s');
      return undefined;
    }
    const { language } = desk;
    if (!(await isStaff(slack, team, desk, user.id))) return refusing('not-staff', from, language);
    const text = answerIn(view, from);
    const files = answerFiles(view);
    const flaw = flawIn(form, from, language);
    if (flaw !== undefined && 'response_action' in flaw) return flaw;
    const by = await nameOf(slack, team, user.id);
    const again = async (late: boolean): Promise<Reply> => {
      const handling = (await slack.conversations.present(from.conversation))?.handling;
      const overtaken = late || (handling !== undefined && isOvertaken(handling, from.seen, by));
      return keeping(answerModal(from, desk, { handling, text, overtaken, doubt: flaw }));
    };
    if (flaw !== undefined) return again(false);
    const received = await slack.passOn({
      id: `answer:${view.id}`,
      conversation: from.conversation,
      person: personOf(team, user.id),
      // The conversation stores the address of its own person.
      address: '',
      language,
      languageChosen: false,
      opens: false,
      addressed: true,
      company: alone,
      on: null,
      input: {
        type: 'desk',
        text,
        by,
        corrects: from.corrects,
        seen: from.seen,
        attached: files.length === 0 ? null : { desk: desk.id, files },
      },
    });
    if (received === 'no conversation') return refusing('gone', from, language);
    return received === 'overtaken' ? again(true) : undefined;
  };
}
