import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from '@slack/bolt';
import { addressOf, conversationIn, personOf, writeAddress } from './address.ts';
import type { Context } from './context.ts';
import { errorsIn, readOrigin } from './modal.ts';
import { formPayload } from './payloads.ts';

type Arguments = Pick<SlackViewMiddlewareArgs & AllMiddlewareArgs, 'body' | 'ack'>;

/** Takes a form: what must not be kept is shown beside its field, all else goes into the conversation. */
export const onForm =
  (slack: Context) =>
  async ({ body, ack }: Arguments): Promise<void> => {
    const read = formPayload.safeParse(body);
    const origin = read.success ? readOrigin(read.data.view.private_metadata) : undefined;
    const address = addressOf(origin?.conversation ?? '');
    if (!read.success || origin === undefined || address === undefined) {
      slack.log.warn({ type: body.type }, 'A Slack form that cannot be read');
      return ack();
    }
    const { user, view } = read.data;
    const { to, language } = origin;
    const values = Object.fromEntries(
      Object.entries(view.state.values).flatMap(([id, field]) =>
        Object.values(field).map(({ value }) => [id, value ?? '']),
      ),
    );
    const errors = errorsIn(values, language);
    if (Object.keys(errors).length > 0) return ack({ response_action: 'errors', errors: { ...errors } });
    await slack.take(
      {
        id: `form:${view.id}`,
        conversation: conversationIn(address),
        person: personOf(address.team, user.id),
        address: writeAddress(address),
        opens: true,
        addressed: true,
        on: null,
        input: { type: 'form', to, values },
      },
      user.id,
    );
    return ack();
  };
