import type { webApi } from '@slack/bolt';
import { wordsIn } from '../../../bot/i18n.ts';
import { languages } from '../../../bot/languages.ts';
import { withTimeout } from '../../../bot/lib/async.ts';
import type { OpenCase, Reader } from '../../../bot/runtime/index.ts';
import { caseLine } from '../../../bot/view/cases.ts';
import { namelessIn } from '../../../bot/view/ticket.ts';
import { userOf } from '../address.ts';
import type { SlackContext } from '../context.ts';
import { describe } from '../describe.ts';
import type { SlackDesk } from '../desks.ts';
import { linkTo } from '../people/person.ts';
import { type Message, messageSchema } from '../render/blocks.ts';
import { noted } from '../render/render.ts';
import { cut, escaped } from '../render/text.ts';
import { deskAt } from './channel.ts';
import { isStaff } from './staff.ts';

/** The maximum number of cases that are listed. */
const most = 20;
/** Milliseconds to wait for the links to the tickets, without which the cases are listed all the same. */
const patience = 1_000;

const commands = languages.map((language) => wordsIn(language).text('desk:status.command'));
/** Returns true for what staff write to see the cases of their desk. */
export const asksForStatus = (text: string): boolean => commands.includes(text.trim().toLowerCase());

/** Returns the cases that stand open at the desk of a channel, as a message for whoever asked; undefined in any other channel. Rejects while Slack cannot be asked whose channel it is. */
export async function statusIn(
  slack: SlackContext,
  client: webApi.WebClient,
  { team, channel, user }: { readonly team: string; readonly channel: string; readonly user: string },
): Promise<Message | undefined> {
  const desk = await deskAt(slack, team, channel);
  if (desk === undefined) return undefined;
  const words = wordsIn(desk.language);
  if (!(await isStaff(slack, team, desk, user))) return said(words.text('desk:acted.not-staff'), []);
  const cases = await slack.conversations.openCases(desk.id).catch((error: unknown) => {
    slack.log.warn({ desk: desk.id, error: describe(error) }, 'The open cases of a desk could not be looked up');
  });
  if (cases === undefined) return said(words.text('desk:status.failed'), []);
  if (cases.length === 0) return said(words.text('desk:status.none'), []);
  const listed = cases.slice(0, most);
  const { conversations } = slack;
  const lines = await Promise.all(listed.map((one) => lineOf(client, conversations, desk, team, one)));
  const more = cases.length - listed.length;
  const title = words.text('desk:status.title', { count: cases.length });
  return said(title, lines, more === 0 ? '' : words.text('desk:status.more', { count: more }));
}

/** Returns a case as mrkdwn: a link to its ticket, who asked, how old it is and how it stands. */
async function lineOf(
  client: webApi.WebClient,
  conversations: Reader,
  desk: SlackDesk,
  team: string,
  one: OpenCase,
): Promise<string> {
  const { language, zone, channel } = desk;
  const { about, state } = caseLine(one, language, zone, Date.now());
  const asked = one.ticket === undefined ? undefined : linkTo(client, channel, one.ticket);
  const asker = userOf(one.person);
  const [link, known] = await Promise.all([
    asked && withTimeout(patience, asked).catch(() => undefined),
    asker?.team === team ? '' : conversations.askerOf(one),
  ]);
  const who = asker?.team === team ? `<@${asker.user}>` : escaped(known || namelessIn(one.conversation, language));
  const name = escaped(cut(about, 200, '…'));
  return `${link === undefined ? `*${name}*` : `*<${link}|${name}>*`}　${who}\n${escaped(state)}`;
}

const said = (title: string, lines: readonly string[], more = ''): Message =>
  messageSchema.parse({
    text: title,
    blocks: [
      ...[title, ...lines].map((text) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } })),
      ...(more === '' ? [] : [noted(more)]),
    ],
  });
