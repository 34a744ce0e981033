import { webApi } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import type { Language } from '../../../bot/types.ts';
import type { SlackContext } from '../context.ts';
import { describe } from '../describe.ts';
import type { ClickPayload } from '../receive/payloads.ts';
import type { Modal } from './blocks.ts';
import { withoutFiles } from './file-field.ts';

/** Opens a modal for a click; without its field for files if Slack refuses it with that, as it does without the scope `files:read`. If that fails, asks the person in the thread to press again; never rejects. */
export async function openModal(
  slack: Pick<SlackContext, 'aside' | 'log'>,
  client: webApi.WebClient,
  { trigger_id, user, container }: ClickPayload,
  { view, thread, language }: { readonly view: Modal; readonly thread: string; readonly language: Language },
): Promise<void> {
  try {
    await client.views.open({ trigger_id, view }).catch(async (error: unknown) => {
      const plainer = withoutFiles(view);
      if (plainer === undefined || !(error instanceof webApi.WebAPIPlatformError)) throw error;
      slack.log.warn({ error: describe(error) }, 'A Slack form is opened without files');
      await client.views.open({ trigger_id, view: plainer });
    });
  } catch (error) {
    slack.log.warn({ error: describe(error) }, 'A Slack form could not be opened');
    // The trigger expires after 3 s: https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses
    const text = wordsIn(language).text('slack:form.retry');
    slack.aside(
      'A hint to press again',
      client.chat.postEphemeral({ channel: container.channel_id ?? '', thread_ts: thread, user: user.id, text }),
    );
  }
}
