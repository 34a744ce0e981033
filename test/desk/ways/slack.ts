import { envelopeOf, form, interaction, json, nextTs, post } from '../../slack/deliver.ts';
import type { FakeSlack, Held } from '../../slack/fake-slack.ts';
import { clickOf, openedIn, submissionOf } from '../../slack/interactions.ts';
import { shownIn } from '../../slack/screen.ts';
import { channels } from '../../slack/workspace.ts';
import type { Asker, Seen, Staff } from './way.ts';

const team = 'T0ONE00001';
const people = { user: 'U000000001', other: 'U0OTHER001', staff: 'U0STAFF001' } as const;

/** Where a fake Slack delivers to. */
interface Line {
  readonly slack: FakeSlack;
  /** The address of the program. */
  url(): string;
}

const ok = async (answer: Promise<Response>): Promise<void> => {
  const { status } = await answer;
  if (status !== 200) throw new Error(`Slack was answered ${status}`);
};

const seenOf = (message: Held): Seen => {
  const { lines, answers } = shownIn(message.blocks);
  const buttons = answers.map(({ label }) => `[${label}]`).join(' ');
  return { id: message.ts, lines: [...lines, buttons] };
};

/** Presses the button with a label on the newest of these messages that has it. */
async function press({ slack, url }: Line, held: readonly Held[], by: keyof typeof people, at: object, label: string) {
  const found = held
    .flatMap(({ ts, blocks }) => shownIn(blocks).buttons.map((button) => ({ ts, button })))
    .findLast(({ button }) => button.label === label);
  if (found === undefined) throw new Error(`No button ${label}`);
  const trigger = await slack.trigger(team, people.user);
  const on = { team, user: people[by], channel: '', thread: '', on: found.ts, trigger, ...at };
  await ok(post(url(), interaction(clickOf(on, found.button)), form));
}

/** Creates somebody who asks in a support channel, in a thread in which a colleague reads along. */
export function slackAsker(line: Line): Asker {
  const { slack, url } = line;
  slack.name(people.user, '田中 花子');
  slack.name(people.other, '山田 次郎');
  const channel = channels.support;
  const thread = nextTs();
  let begun = false;
  return {
    write: async (by, text) => {
      const ts = begun ? nextTs() : thread;
      const own = { type: 'message', channel, channel_type: 'channel', user: people[by], text, ts };
      const event = begun ? { ...own, thread_ts: thread } : own;
      begun = true;
      await ok(post(url(), JSON.stringify(envelopeOf(team, event)), json));
    },
    press: async (by, label) => press(line, await slack.held(team, channel, thread), by, { channel, thread }, label),
    conversation: async () => [
      ...(await slack.held(team, channel, thread)).map(seenOf),
      ...slack.calls
        .filter(({ method, body }) => method === 'reactions.add' && body['channel'] === channel)
        .map(({ body }) => ({ id: `:${body['timestamp']}`, lines: [`:${body['name']}:`] })),
    ],
    alone: () =>
      slack.calls
        .filter(({ method }) => method === 'chat.postEphemeral')
        .map(({ body }, n) => ({ id: String(n), lines: [body['text'] ?? ''] })),
  };
}

/** The channel of the desk. */
const desk = channels.general;
/** How the desk is reached, in the desks file. */
export const slackVia = { kind: 'slack', channel: desk };

/** Creates the people of a desk in a channel. */
export function slackStaff(line: Line): Staff {
  const { slack, url } = line;
  slack.name(people.staff, '鈴木 一郎');
  slack.members(desk, [people.staff]);
  const tickets = () => slack.held(team, desk);
  const act = async (label: string) => {
    const all = await tickets();
    await press(line, all, 'staff', { channel: desk, thread: all.at(-1)?.ts ?? '' }, label);
  };
  return {
    act,
    answer: async (text) => {
      await act('本人に返事する');
      const sent = submissionOf(team, people.staff, openedIn(slack), { 返事: text });
      await ok(post(url(), interaction(sent), form));
    },
    tickets: async () => {
      const all = await tickets();
      const threads = await Promise.all(all.map(({ ts }) => slack.held(team, desk, ts)));
      return [...all, ...threads.flat()].map(seenOf);
    },
  };
}
