import type { Modal } from '../../src/adapters/slack/render/blocks.ts';
import { nextTs } from './deliver.ts';
import type { Held } from './fake-slack.ts';
import { clickOf, type OpenForm, openedIn, submissionOf } from './interactions.ts';
import type { Rig } from './rig.ts';
import { type Drawn, shownIn } from './screen.ts';
import { channels } from './workspace.ts';

/** The workspace in which the desk is. */
export const team = 'T0ONE00001';
/** Who asked, and who answers. */
export const person = 'U000000001';
export const staff = 'U0STAFF001';
/** The channel of the desk. */
export const desk = channels.general;

/** How a request to the bot goes out. */
export type Interact = (payload: object) => Promise<Response>;

/** A person who asked in the support channel, of the desk's workspace or another, and whose case was just handed over. */
export async function handedOver(bot: Pick<Rig, 'slack' | 'event' | 'idle' | 'interact'>, where: string = team) {
  const thread = nextTs();
  const conversation = `slack:${where}:${channels.support}:${thread}` as const;
  const held = () => bot.slack.held(where, channels.support, thread);
  const text = '会社のPCで0xC004F074が出ます。担当者に相談したいです';
  const own = { type: 'message', channel: channels.support, channel_type: 'channel', user: person };
  await bot.event(where, { ...own, text, ts: thread });
  await bot.idle(conversation);
  const form = (await held()).at(-1);
  const skip = drawnOn(form, 'この内容で作る');
  await bot.interact(clickOf({ team: where, user: person, channel: channels.support, thread, on: form?.ts }, skip));
  await bot.idle(conversation);
  return { conversation, held };
}

/** A button of a message. */
export function drawnOn(message: Held | undefined, label: string): Drawn {
  const { buttons } = shownIn(message?.blocks ?? []);
  const found = buttons.find((one) => one.label === label);
  if (found === undefined) throw new Error(`No button ${label} among ${buttons.map((one) => one.label)}`);
  return found;
}

/** The newest ticket in the channel of the desk. */
export const ticketIn = async (slack: Rig['slack'], where: string = team): Promise<Held | undefined> =>
  (await slack.held(where, desk)).at(-1);

/** Presses the button of a ticket; `more`: where it seems to be pressed. */
export async function pressAnswer(
  slack: Rig['slack'],
  interact: Interact,
  more: { readonly channel?: string; readonly value?: string; readonly team?: string } = {},
): Promise<Response> {
  const ticket = await ticketIn(slack);
  const drawn = drawnOn(ticket, '本人に返事する');
  const action = { ...drawn.action, ...(more.value !== undefined && { value: more.value }) };
  const on = { team: more.team ?? team, user: staff, channel: more.channel ?? desk, thread: ticket?.ts ?? '' };
  const trigger = await slack.trigger(team, person);
  return interact(clickOf({ ...on, on: ticket?.ts, trigger }, { ...drawn, action }));
}

/** Opens the modal of the newest ticket. */
export async function openAnswer(slack: Rig['slack'], interact: Interact): Promise<OpenForm> {
  await pressAnswer(slack, interact);
  return openedIn(slack);
}

/** Sends the modal; resolves to what is shown beside its field. */
export async function sendAnswer(interact: Interact, form: OpenForm, text: string, from = team): Promise<unknown> {
  return (await submitted(interact, submissionOf(from, staff, form, { 返事: text })))?.errors;
}

/** What takes the place of a modal, or stands beside its fields, once it is sent; undefined: it closes. */
interface Kept {
  readonly response_action: string;
  readonly errors?: object;
  readonly view?: Modal;
}

async function submitted(interact: Interact, submission: object): Promise<Kept | undefined> {
  const answer = await interact(submission);
  if (answer.status !== 200) throw new Error(`Answered ${answer.status}`);
  const said = await answer.text();
  return said === '' ? undefined : (JSON.parse(said) as Kept);
}

/** Sends the modal, with boxes ticked that are named by their block ids; resolves to what takes its place. */
export function sendTicked(
  interact: Interact,
  form: OpenForm,
  text: string,
  ticked: readonly string[] = [],
  by = staff,
): Promise<Kept | undefined> {
  const sent = submissionOf(team, by, form, { 返事: text });
  const box = { value: { type: 'checkboxes', selected_options: [{ value: 'anyway' }] } };
  const values = { ...sent.view.state.values, ...Object.fromEntries(ticked.map((id) => [id, box])) };
  return submitted(interact, { ...sent, view: { ...sent.view, state: { values } } });
}
