import { nextTs } from './deliver.ts';
import type { FakeSlack } from './fake-slack.ts';
import type { Drawn } from './screen.ts';

/** A message of the bot, and whoever presses something on it. */
export interface Pressing {
  readonly team: string;
  readonly user: string;
  readonly channel: string;
  readonly thread: string;
  /** The `ts` of the message. */
  readonly on: string | undefined;
  readonly trigger?: string;
}

/** A click as Slack sends it. */
export const clickOf = ({ team, user, channel, thread, on, trigger = 'x' }: Pressing, { action }: Drawn) => ({
  type: 'block_actions',
  team: { id: team },
  user: { id: user, team_id: team },
  trigger_id: trigger,
  container: { type: 'message', message_ts: on, channel_id: channel, thread_ts: thread },
  channel: { id: channel },
  actions: [{ ...action, action_ts: nextTs() }],
});

/** A form that is open, as the person sees it. */
export interface OpenForm {
  readonly id: string;
  /** Which form of the bot it is. */
  readonly callback: string;
  readonly metadata: string;
  /** The id of each field by its label. */
  readonly labels: Readonly<Record<string, string>>;
  /** What is filled in already, by id. */
  readonly known: Readonly<Record<string, string>>;
}

/** The form that the bot opened last. */
export function openedIn({ calls }: FakeSlack): OpenForm {
  const opened = calls.findLast(({ method }) => method === 'views.open');
  const view = JSON.parse(opened?.body['view'] ?? '{"callback_id":"","private_metadata":"","blocks":[]}') as {
    callback_id: string;
    private_metadata: string;
    blocks: { type: string; block_id: string; label: { text: string }; element: { initial_value?: string } }[];
  };
  const fields = view.blocks.filter(({ type }) => type === 'input');
  return {
    id: `V${nextTs()}`,
    callback: view.callback_id,
    metadata: view.private_metadata,
    labels: Object.fromEntries(fields.map(({ block_id, label }) => [label.text, block_id])),
    known: Object.fromEntries(fields.map(({ block_id, element }) => [block_id, element.initial_value ?? ''])),
  };
}

/** A form that was sent, as Slack sends it; the fields are named by their labels, and the others stay as they are. */
export function submissionOf(
  team: string,
  user: string,
  { id, callback, metadata, labels, known }: OpenForm,
  values: Readonly<Record<string, string>>,
) {
  const written = Object.fromEntries(Object.entries(values).map(([label, value]) => [labels[label] ?? label, value]));
  const fields = Object.entries({ ...known, ...written }).map(([field, value]) => [
    field,
    { value: { type: 'plain_text_input', value: value === '' ? null : value } },
  ]);
  return {
    type: 'view_submission',
    team: { id: team },
    user: { id: user },
    view: {
      id,
      type: 'modal',
      callback_id: callback,
      private_metadata: metadata,
      state: { values: Object.fromEntries(fields) },
    },
  };
}
