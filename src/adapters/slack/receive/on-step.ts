import type { webApi } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import { defaultLanguage } from '../../../bot/languages.ts';
import type { SlackContext } from '../context.ts';
import { describe } from '../describe.ts';
import { startCase } from '../install/manifest.ts';
import { clientFor } from '../install/workspaces.ts';
import { isRefused, refusal } from '../send/attempt.ts';
import { inputOf } from './on-shortcut.ts';
import { type StepEvent, stepInputs } from './payloads.ts';
import { type Beginner, byStep, type Start } from './starts.ts';

/** Stores the start of the case that a workflow asks for by its step. A step that cannot be done is ended at once. Rejects when the start cannot be stored in time, so that Slack delivers the event again. */
export async function takeStep(
  slack: SlackContext,
  client: webApi.WebClient,
  { function_execution_id: step, function: { callback_id }, inputs }: StepEvent,
  { team, bot }: { readonly team: string; readonly bot: string },
): Promise<void> {
  const given = stepInputs.safeParse(inputs);
  if (callback_id === startCase && given.success) {
    const { user_id: user, channel_id, text } = given.data;
    await slack.starts.keep({
      id: `${byStep}${step}`,
      team,
      user,
      channel: channel_id ?? null,
      message: null,
      // Who wrote it only the workflow knows.
      input: inputOf({ text }, bot, false),
    });
    return;
  }
  slack.log.warn({ step: callback_id.slice(0, 40) }, 'A Slack workflow step that cannot be read');
  const error = wordsIn(defaultLanguage).text('slack:start.failed');
  slack.aside('A workflow step', client.functions.completeError({ function_execution_id: step, error }));
}

/** Returns a beginner that also tells the workflow what became of its step, as a part of the start: whatever breaks before that is done again. A step's case begins in the channel only where the person is, who could not read it else. */
export const tellingWorkflow = (
  slack: Pick<SlackContext, 'workspaces' | 'languages' | 'members' | 'log'>,
  begin: Beginner['begin'],
): Beginner => ({
  begin: async (start, unsure, over) => {
    const step = stepOf(start);
    if (step === undefined) return begin(start, unsure, over);
    const channel = (await isThere(slack, start)) ? start.channel : null;
    const address = await begin({ ...start, channel }, unsure, over);
    if (address === undefined) {
      await fail(slack, start, step);
      return undefined;
    }
    const client = await clientFor(slack.workspaces, start.team);
    const { permalink = '' } = await client.chat.getPermalink({
      channel: address.channel,
      message_ts: address.thread,
    });
    await told(slack, start, () =>
      client.functions.completeSuccess({ function_execution_id: step, outputs: { case_link: permalink } }),
    );
    return address;
  },
  gaveUp: async (start) => {
    const step = stepOf(start);
    if (step !== undefined) await fail(slack, start, step);
  },
});

/** Returns the workflow step that requested a start, or undefined if none did. */
const stepOf = ({ id }: Start): string | undefined => (id.startsWith(byStep) ? id.slice(byStep.length) : undefined);

/** Resolves to true if the person of a start is in its channel, as far as Slack says. */
const isThere = ({ members }: Pick<SlackContext, 'members'>, { team, channel, user }: Start): Promise<boolean> =>
  channel === null
    ? Promise.resolve(false)
    : members.has(team, channel, user).catch((error: unknown) => !isRefused(error));

/** Ends a step with the sentence that Slackbot shows the person: https://docs.slack.dev/reference/methods/functions.completeError */
async function fail(
  slack: Pick<SlackContext, 'workspaces' | 'languages' | 'log'>,
  start: Start,
  step: string,
): Promise<void> {
  const client = await clientFor(slack.workspaces, start.team);
  const error = wordsIn(await slack.languages.of(start.team, start.user)).text('slack:start.failed');
  await told(slack, start, () => client.functions.completeError({ function_execution_id: step, error }));
}

/** Ends a step with the bot's own token, since that of the event is over before a start is given up. A permanent refusal, as of a step that has ended already, is logged. Rejects if a retry may succeed. */
async function told({ log }: Pick<SlackContext, 'log'>, start: Start, end: () => Promise<unknown>): Promise<void> {
  try {
    await end();
  } catch (error) {
    if (!isRefused(error)) throw error;
    if (refusal(error) !== ended) log.warn({ delivery: start.id, error: describe(error) }, 'A workflow was not told');
  }
}

/** The error code for a step that has ended already: https://docs.slack.dev/reference/methods/functions.completeSuccess */
const ended = 'execution_not_in_running_state';
