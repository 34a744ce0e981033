import type { Language } from '../../src/bot/types.ts';
import type { Player } from '../conversations/play.ts';
import type { Screen } from '../conversations/screen.ts';
import { nextTs } from './deliver.ts';
import { clickOf, type OpenForm, openedIn, submissionOf } from './interactions.ts';
import type { Rig } from './rig.ts';
import { type Drawn, type Shown, shownIn } from './screen.ts';

const team = 'T0ONE00001';
let people = 0;

/** Hands a payload to the bot, as the transport does. */
export interface Line {
  event(event: object): Promise<void>;
  interact(payload: object): Promise<void>;
}

/** Somebody who has a conversation in a direct message of Slack: signed payloads go in, and what is read was taken by Slack. */
export function slackPlayer({ slack, idle }: Rig, line: Line, language: Language): Player {
  people += 1;
  const user = `U0PERSON${String(people).padStart(3, '0')}`;
  const thread = nextTs();
  let channel = '';
  let shown: Shown | undefined;
  let last = '';
  /** The message that was read last, as it stood then. */
  let read = '';

  async function newest(): Promise<Screen> {
    await idle(`slack:${team}:${channel}:${thread}`);
    const held = await slack.held(team, channel, thread);
    const message = held.at(-1);
    const now = JSON.stringify(message);
    if (message === undefined || now === read) throw new Error('The bot did not answer');
    if (held.slice(0, -1).some(({ blocks }) => blocks.some(({ type }) => type === 'actions')))
      throw new Error('An earlier message still has buttons');
    read = now;
    last = message.ts;
    shown = shownIn(message.blocks);
    const form = shown.form && (await openForm(shown.form));
    const fields = Object.entries(form?.labels ?? {}).map(([label, id]) => ({ id, label }));
    return { lines: shown.lines, fields, buttons: shown.answers.map(({ label }) => label) };
  }

  async function press(button: Drawn): Promise<void> {
    const trigger = await slack.trigger(team, 'U000000001');
    await line.interact(clickOf({ team, user, channel, thread, on: last, trigger }, button));
  }

  async function openForm(button: Drawn): Promise<OpenForm> {
    await press(button);
    return openedIn(slack);
  }

  async function write(text: string): Promise<Screen> {
    const first = channel === '';
    if (first) channel = await slack.direct(team, 'U000000001');
    const ts = first ? thread : nextTs();
    await line.event({
      type: 'message',
      channel,
      channel_type: 'im',
      user,
      text,
      ts,
      ...(!first && { thread_ts: thread }),
    });
    return newest();
  }

  return {
    open: async () => {
      slack.locale(`${language}-XX`);
      return write('');
    },
    text: write,
    press: async (label) => {
      const button = shown?.buttons.find((one) => one.label === label);
      if (button === undefined) throw new Error(`No button ${label} among ${shown?.buttons.map((one) => one.label)}`);
      await press(button);
      return newest();
    },
    submit: async (values) => {
      if (shown?.form === undefined) throw new Error('No form');
      await line.interact(submissionOf(team, user, await openForm(shown.form), values));
      return newest();
    },
  };
}

/** Signed requests over HTTP. */
export const overHttp = (rig: Rig): Line => ({
  event: (event) => expectOk(rig.event(team, event)),
  interact: (payload) => expectOk(rig.interact(payload)),
});

async function expectOk(answer: Promise<Response>): Promise<void> {
  const { status } = await answer;
  if (status !== 200) throw new Error(`Answered ${status}`);
}
