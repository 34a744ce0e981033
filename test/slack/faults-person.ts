import { setTimeout as sleep } from 'node:timers/promises';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import type { Conversation } from '../../src/bot/conversation/conversation.ts';
import { openConversation } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { openWith } from '../../src/bot/runtime/opening.ts';
import type { Input, Outgoing } from '../../src/bot/types.ts';
import { commands } from '../../src/bot/view/choices.ts';
import { show } from '../../src/bot/view/index.ts';
import { addresseeOf } from '../../src/flows/recipient.ts';
import { envelopeOf, form, interaction, json, nextTs, post } from './deliver.ts';
import type { Held } from './fake-slack.ts';
import { type Drawn, shownIn } from './screen.ts';
import type { TinySlack } from './tiny-slack.ts';
import { channels } from './workspace.ts';

/** How one conversation went. */
export interface Account {
  readonly channel: string;
  readonly thread: string;
  /** What the person did, each counted once however often it was delivered. */
  readonly acts: number;
  /** Acts that were answered in place, by an edit of the message that was pressed. */
  readonly inPlace: number;
  /** True if the case went to the IT desk, which has a ticket of it then; what others are written is the person's own. */
  readonly atDesk: boolean;
  /** Acts after which the conversation stood somewhere else than the pure turns say. */
  readonly lost: number;
  /** Acts that nothing was shown for. */
  readonly unanswered: number;
}

const team = 'T0ONE00001';
const contacts = readContacts(exampleContacts);
const openings = [
  '会社のPCで0xC004F074が出ます',
  '自分で買ったPCです。認証できません',
  '中古のPCを買いました',
  '認証できません',
];
/** Milliseconds after which an act counts as unanswered. */
const patience = 45_000;
const walked = 8;
const pick = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)] as T;

/** Has one conversation from its beginning to its handover, and compares it with what the pure turns say. */
export async function caseOf(slack: TinySlack, url: string, n: number): Promise<Account> {
  const channel = channels.support;
  const user = `U0FAULT${String(n).padStart(3, '0')}`;
  const thread = nextTs();
  let talk: Conversation;
  let [acts, inPlace, lost, unanswered] = [0, 0, 0, 0];

  /** Delivers until somebody says that it is kept, as Slack does. */
  async function insist(body: string, type: string): Promise<void> {
    for (let tries = 0; tries < 300; tries += 1) {
      const answer = await post(url, body, type).catch(() => undefined);
      if (answer?.status === 200) return;
      await sleep(200);
    }
    throw new Error('The bot never took it');
  }
  const held = () => slack.held(channel, thread);
  const newest = () => held().at(-1);
  /** What stands in the thread: how many messages, and what the newest says. */
  const standing = () => ({ count: held().length, says: JSON.stringify(newest()?.blocks) });

  /** Waits until the newest message shows what the pure turns say, a new one or the one that was edited. */
  async function expectShown(before: ReturnType<typeof standing>, wanted: Outgoing): Promise<Held | undefined> {
    for (const until = Date.now() + patience; Date.now() < until; await sleep(50)) {
      const [shown, { count, says }] = [newest(), standing()];
      if (shown === undefined || (count === before.count && says === before.says) || !stands(shown, wanted)) continue;
      if (count === before.count) inPlace += 1;
      return shown;
    }
    if (held().length > before.count) lost += 1;
    else unanswered += 1;
    return newest();
  }

  async function write(text: string): Promise<Held | undefined> {
    const before = standing();
    const ts = acts === 0 ? thread : nextTs();
    const said = {
      type: 'message',
      channel,
      channel_type: 'channel',
      user,
      text: `<@U0BOT00001> ${text}`,
      ts,
      ...(acts > 0 && { thread_ts: thread }),
    };
    const twin = { ...said, type: 'app_mention' };
    acts += 1;
    await Promise.all([said, twin, said].map((event) => insist(JSON.stringify(envelopeOf(team, event)), json)));
    return expectShown(before, show(talk, contacts));
  }

  async function click(message: Held, drawn: Drawn): Promise<Held | undefined> {
    const before = standing();
    const payload = (ts: string) =>
      interaction({
        type: 'block_actions',
        team: { id: team },
        user: { id: user },
        trigger_id: 'x',
        container: { type: 'message', message_ts: message.ts, channel_id: channel, thread_ts: thread },
        actions: [{ ...drawn.action, action_ts: ts }],
      });
    const [one, two] = [payload(nextTs()), payload(nextTs())];
    acts += 1;
    // A double click, and the first of it delivered twice.
    await Promise.all([one, two, one].map((body) => insist(body, form)));
    return expectShown(before, show(talk, contacts));
  }

  const step = async (message: Held | undefined, choice: string): Promise<Held | undefined> => {
    const drawn = shownIn(message?.blocks ?? []).buttons.find((one) => one.choice === choice);
    if (message === undefined || drawn === undefined) return message;
    const input: Input = { type: 'choice', to: show(talk, contacts).view.id, choice };
    talk = advance(talk, input);
    return click(message, drawn);
  };

  const opening = pick(openings);
  talk = openWith(openConversation('ja'), { type: 'text', text: opening });
  let shown = await write(opening);
  for (let n = 0; n < walked && show(talk, contacts).outcome === null; n += 1) {
    const { choices } = show(talk, contacts).view;
    const own = choices.filter(({ id }) => !commands.some((command) => command === id) && id !== 'solved');
    if (Math.random() < 0.2) {
      talk = advance(talk, { type: 'text', text: 'ヘルプ' });
      shown = await write('ヘルプ');
    } else shown = await step(shown, pick(own.length > 0 ? own : choices).id);
  }
  // To a person: protection is put back where it was lowered, and the form is sent empty.
  for (let n = 0; n < 6 && show(talk, contacts).outcome !== 'escalated'; n += 1) {
    const { view } = show(talk, contacts);
    const next = view.id === 'advice.putback' ? 'yes' : view.form === null ? 'human' : 'skip';
    shown = await step(shown, view.choices.some(({ id }) => id === next) ? next : (view.choices[0]?.id ?? ''));
  }
  const { context } = talk.snapshot;
  const to = addresseeOf(context);
  const isOffice = context.facts.origin === 'organization';
  const atDesk =
    show(talk, contacts).outcome === 'escalated' && (to === 'it-admin' || (to === 'specialist' && isOffice));
  return { channel, thread, acts, inPlace, atDesk, lost, unanswered };
}

const stale = wordsIn('ja').text('says:not-a-choice');
/** Whether a message answers the second click of a double click that came too late to be one: the bot had been killed in between. */
export const isAside = ({ blocks, first = blocks }: Held): boolean => shownIn(first).lines.includes(stale);
/** Whether a message says something else since it was edited. */
export const isRewritten = ({ blocks, first = blocks }: Held): boolean => {
  const now = shownIn(blocks).lines;
  return !shownIn(first).lines.every((line) => now.includes(line));
};

/** Whether a message asks what the pure turns say: the same view, with buttons. */
function stands({ blocks }: Held, { view }: Outgoing): boolean {
  const { buttons } = shownIn(blocks);
  const [first] = buttons;
  const value = first?.action as { value?: string; selected_option?: { value: string } } | undefined;
  return (value?.value ?? value?.selected_option?.value)?.split(' ')[0] === view.id;
}
