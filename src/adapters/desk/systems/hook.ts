import type { IncomingMessage, ServerResponse } from 'node:http';
import { wordsIn } from '../../../bot/i18n.ts';
import { singleFlight } from '../../../bot/lib/async.ts';
import { describeError } from '../../../bot/lib/describe-error.ts';
import type { ConversationId, Log, Receive } from '../../../bot/ports.ts';
import type { ReadBody } from '../../http/body.ts';
import { sendLine } from '../../http/send.ts';
import { incomingOf } from '../answered.ts';
import type { DeskSetup } from '../kind.ts';
import { flawToSend } from '../passed-on.ts';
import type { Doubts } from '../recalled.ts';
import type { TicketReferences } from '../references.ts';
import { flawInWords } from './answer.ts';
import { markOf, signed } from './mark.ts';
import { refusals } from './refusals.ts';
import type { HookHead, Report, System } from './system.ts';

/** Maximum number of bytes of a request. */
const longest = 256 * 1024;

/** Maximum length of the name of a member of staff. */
const longestName = 80;

/** The answer to a webhook: an HTTP status, and a line for whoever looks at its deliveries. */
type Reply = readonly [status: number, line: string];

/** Returns the route of a desk's webhook, by which a ticket system reports what staff did. What it reports is stored before it is answered with 200; 503 asks it to report again. `receiver`: the bot, while the desk is started. */
export function hookOf(
  setup: DeskSetup,
  system: System,
  references: TicketReferences,
  doubts: Doubts,
  log: Log,
  receiver: () => Receive | undefined,
) {
  const { id, language } = setup;
  const { letters: words } = wordsIn(language);

  const once = singleFlight<void>();
  const refused = (why: string) => words.text('desk:systems.refused', { why });
  /** Tells staff in the ticket why something did not reach the person; once, though it is reported again. */
  async function explain(ticket: string, report: Report, why: string): Promise<void> {
    const mark = markOf(`${id} refused ${report.id}`);
    await once(mark, async () => {
      if (await system.commented(ticket, mark)) return;
      await system.comment(ticket, signed(system.escape(why), mark), false, []);
    });
  }

  async function pass(receive: Receive, ticket: string, conversation: ConversationId, report: Report): Promise<Reply> {
    const { did, user } = report;
    if (did.kind === 'files') {
      await explain(ticket, report, words.text('desk:systems.files'));
      return [200, 'files are not passed on: the ticket says so'];
    }
    const by = report.by.slice(0, longestName).toWellFormed();
    const flaw = did.kind === 'answer' ? flawToSend(did.text) : undefined;
    const isSentAnyway =
      flaw?.error === 'doubtful' && (await doubts.isAgain({ id: report.id, ticket, user, sign: flaw.sign }));
    if (flaw !== undefined && !isSentAnyway) {
      log.info({ conversation, delivery: report.id }, 'answer of a desk refused');
      await explain(ticket, report, refused(flawInWords(flaw, words)));
      return [200, 'refused: the ticket says why'];
    }
    const input =
      did.kind === 'answer'
        ? ({ type: 'desk', text: did.text, by } as const)
        : ({ type: 'staff', act: did.kind, by } as const);
    const received = await receive(incomingOf(id, { id: report.id, conversation, ticket, user, input }));
    if (received !== 'no conversation') return [200, 'ok'];
    if (did.kind === 'answer') await explain(ticket, report, refused(words.text('teams:reply.gone')));
    return [404, 'this case is no longer kept'];
  }

  const countStranger = refusals(id, log);
  function refuse(): Reply {
    countStranger();
    return [401, 'not signed as agreed'];
  }

  async function answer(head: HookHead, body: string): Promise<Reply> {
    const heard = system.hear({ ...head, body });
    if (heard.kind === 'refused') {
      if (heard.status === 401) return refuse();
      log.warn({ conversation: '', delivery: '', desk: id }, 'webhook of a desk refused: not as documented');
      return [400, 'not as documented'];
    }
    if (heard.kind === 'irrelevant') return [200, 'ignored'];
    const receive = receiver();
    if (receive === undefined) return [503, 'not started'];
    const conversation = await references.conversationOf(heard.ticket);
    if (conversation === undefined) return [404, 'not a ticket of this desk'];
    const replies: Reply[] = [];
    for (const report of await heard.reports()) replies.push(await pass(receive, heard.ticket, conversation, report));
    return replies.find(([status]) => status !== 200) ?? replies.at(-1) ?? [200, 'ignored'];
  }

  return {
    method: 'POST' as const,
    path: `/desks/${id}/hook`,
    handle: async (request: IncomingMessage, response: ServerResponse, read: ReadBody): Promise<void> => {
      const head = { headers: request.headers, query: new URLSearchParams(request.url?.split('?')[1] ?? '') };
      if (!system.mayBeSigned(head)) return sendLine(response, ...refuse());
      const body = await read(longest);
      if ('refused' in body) return sendLine(response, body.refused, 'refused');
      try {
        const [status, line] = await answer(head, body.text);
        sendLine(response, status, line);
      } catch (error) {
        log.warn({ conversation: '', delivery: '', desk: id, error: describeError(error) }, 'webhook of a desk failed');
        sendLine(response, 503, 'not now');
      }
    },
  };
}
