import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import { alone } from '../../../bot/ports.ts';
import type { View } from '../../../bot/types.ts';
import { caseOf, homeIn, personOf, writeAddress } from '../address.ts';
import type { SlackContext } from '../context.ts';
import { answerForm } from '../desk/modal.ts';
import { noticeForm } from '../desk/notice-modal.ts';
import { takeNotice } from '../desk/notices.ts';
import { answerTaker } from '../desk/take.ts';
import { fileField, filesIn } from '../render/file-field.ts';
import { errorsIn, mostFormFiles, readOrigin } from '../render/modal.ts';
import { mentionOf } from '../render/text.ts';
import { type FormPayload, formPayload } from './payloads.ts';

type Arguments = Pick<SlackViewMiddlewareArgs & AllMiddlewareArgs, 'body' | 'ack' | 'client' | 'context'>;

/** Returns the listener for submitted forms: a value that must not be stored is reported beside its field, everything else goes into the conversation. Rejects when that cannot be stored. */
export const onForm = (slack: SlackContext) => {
  const takeAnswer = answerTaker(slack);
  return async ({ body, ack, client, context }: Arguments): Promise<void> => {
    const read = formPayload.safeParse(body);
    if (!read.success) {
      slack.log.warn({ type: body.type }, 'A Slack form that cannot be read');
      return ack();
    }
    const team = context.teamId ?? '';
    if (read.data.view.callback_id === answerForm) {
      const reply = await takeAnswer(team, read.data);
      return reply === undefined ? ack() : ack(reply);
    }
    const errors =
      read.data.view.callback_id === noticeForm
        ? await takeNotice(slack, client, team, read.data)
        : await takeForm(slack, team, read.data);
    return errors === undefined ? ack() : ack({ response_action: 'errors', errors });
  };
};

/** Handles the form of a view; resolves to its errors by field, or undefined if there are none. */
async function takeForm(
  slack: SlackContext,
  team: string,
  { user, view }: FormPayload,
): Promise<Record<string, string> | undefined> {
  const origin = readOrigin(view.private_metadata);
  const named = caseOf(origin?.conversation ?? '');
  if (origin === undefined || named?.address.team !== team) {
    slack.log.warn({ type: 'view_submission' }, 'A Slack form that cannot be read');
    return undefined;
  }
  const { to, language } = origin;
  const values = Object.fromEntries(
    Object.entries(view.state.values).flatMap(([id, field]) =>
      id === fileField ? [] : Object.values(field).map(({ value }) => [id, value ?? '']),
    ),
  );
  const errors = errorsIn(values, language);
  if (Object.keys(errors).length > 0) return { ...errors };
  // The form of an older view stays open with an error, so that its text can still be copied.
  const id = `form:${view.id}`;
  const present = await slack.conversations.present(named.conversation);
  if (present?.took(id)) return undefined;
  const [first] = Object.keys(view.state.values);
  if (first !== undefined && !(present?.outgoing.view.id === to && asks(present.outgoing.view, values)))
    return { [first]: wordsIn(language).text('slack:form.over') };
  const received = await slack.take({
    id,
    conversation: named.conversation,
    person: personOf(homeIn(team, user.team_id), user.id),
    address: writeAddress(named.address),
    opens: true,
    addressed: true,
    company: { ...alone, shown: mentionOf(user.id) },
    on: null,
    input: { type: 'form', to, values, files: filesIn(view, mostFormFiles) },
  });
  // Only somebody who is no longer a helper has the form open.
  return received === 'not allowed' ? { [first ?? '']: wordsIn(language).text('turns:not-allowed') } : undefined;
}

/** Returns true if a view has a field for every value that was filled in: forms for other recipients have other fields. */
const asks = ({ form }: View, values: Readonly<Record<string, string>>): boolean =>
  Object.entries(values).every(([id, value]) => value === '' || form?.fields.some((field) => field.id === id));
