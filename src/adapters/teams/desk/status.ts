import { wordsIn } from '../../../bot/i18n.ts';
import { languages } from '../../../bot/languages.ts';
import type { OpenCase, Reader } from '../../../bot/runtime/index.ts';
import { caseLine } from '../../../bot/view/cases.ts';
import { namelessIn } from '../../../bot/view/ticket.ts';
import { readAddress } from '../address.ts';
import type { TeamsDesk } from '../desks.ts';
import { escaped, type Part, plain, text } from '../render/card.ts';

/** The maximum number of cases that are listed. */
const most = 20;

const commands = languages.map((language) => wordsIn(language).text('desk:status.command'));
/** Returns true for what staff write to the bot to see the cases of their desk. */
export const asksForStatus = (said: string): boolean => commands.includes(said.trim().toLowerCase());

/** A post: the elements of a card, and the text of its notification. */
export interface Said {
  readonly parts: readonly Part[];
  readonly summary: string;
}

/** Returns the list of the cases that stand open at a desk, each with a link to its ticket. `tenant`: that of the desk. `askerOf`: returns the name of whoever asked in another channel. */
export async function casesShown(
  cases: readonly OpenCase[],
  desk: TeamsDesk,
  tenant: string,
  askerOf: Reader['askerOf'],
): Promise<Said> {
  const words = wordsIn(desk.language).letters;
  const listed = cases.slice(0, most);
  const lines = await Promise.all(listed.map((one) => lineOf(one, desk, tenant, askerOf)));
  const more = cases.length - listed.length;
  const summary =
    cases.length === 0 ? words.text('desk:status.none') : words.text('desk:status.title', { count: cases.length });
  return {
    summary,
    parts: [
      text(summary, cases.length === 0 ? {} : { weight: 'bolder' }),
      ...lines.flat(),
      ...(more === 0 ? [] : [text(words.text('desk:status.more', { count: more }))]),
    ],
  };
}

/** Returns the elements of a case: a link to its ticket, who asked, how old it is and how it stands. */
async function lineOf(
  one: OpenCase,
  { language, zone, conversation }: TeamsDesk,
  tenant: string,
  askerOf: Reader['askerOf'],
): Promise<readonly Part[]> {
  const { about, state } = caseLine(one, language, zone, Date.now());
  const known = readAddress(one.address)?.user.name ?? (await askerOf(one));
  const who = known || namelessIn(one.conversation, language);
  const link =
    one.ticket === undefined ? escaped(about) : `[${labelOf(about)}](${messageLink(conversation, one.ticket, tenant)})`;
  return [text(link, { separator: true }), ...plain(who, { isSubtle: true }), ...plain(state)];
}

/** Returns a text as the label of a link, in which clients take even an escaped bracket for its end: https://github.com/microsoft/AdaptiveCards/issues/4628 */
const labelOf = (words: string): string => escaped(words.replaceAll('[', '［').replaceAll(']', '］'));

/** Returns the link to a message of a channel or a group chat: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams */
function messageLink(conversation: string, message: string, tenant: string): string {
  const where = `https://teams.microsoft.com/l/message/${encodeURIComponent(conversation)}/${encodeURIComponent(message)}`;
  const about = conversation.endsWith('@thread.tacv2')
    ? { tenantId: tenant }
    : { tenantId: tenant, context: JSON.stringify({ contextType: 'chat' }) };
  return `${where}?${new URLSearchParams(about)}`;
}
