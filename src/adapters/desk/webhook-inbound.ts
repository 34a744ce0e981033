import { z } from 'zod';
import type { Receive } from '../../bot/ports.ts';
import type { HttpRoute } from '../http/route.ts';
import { incomingOf } from './answered.ts';
import type { DeskSetup } from './kind.ts';
import { flawToSend, passOn } from './passed-on.ts';
import type { TicketReferences } from './references.ts';
import { declined, type SignedAnswer, signedRoute } from './signed.ts';

/** Maximum length of a body in bytes. */
const most = 64 * 1024;

const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const common = {
  /** The id of the report, by which a repeat is recognised. */
  id: line(200).min(1),
  /** The id of the ticket: the one that the receiver gave it, or the key of `ticket.opened`. */
  ticket: line(200).min(1),
  /** The name of who did it, which the person is shown. */
  by: line(60).default(''),
};
/** The schema of what staff did with a ticket. */
export const webhookReport = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('answer'),
    ...common,
    /** What the person is told, unchanged. */
    text: z.string(),
    /** The `sign` of an answer that was refused as doubtful, to send it anyway. */
    anyway: z.string().max(100).default(''),
  }),
  z.object({ action: z.enum(['take', 'pass', 'solve', 'return']), ...common }),
]);

/** Returns the route by which a webhook desk reports what its staff did, signed with the secret of the desk. `receive`: returns the bot; undefined before it started. */
export function webhookRoute(
  { id: desk }: DeskSetup,
  secret: string,
  references: TicketReferences,
  receive: () => Receive | undefined,
): HttpRoute {
  async function take(report: z.infer<typeof webhookReport>): Promise<SignedAnswer> {
    const bot = receive();
    if (bot === undefined) return declined(503, 'not started');
    const { id, ticket, by } = report;
    const conversation = await references.conversationOf(ticket);
    if (conversation === undefined) return declined(404, 'unknown ticket');
    const common = { id, conversation, user: by === '' ? desk : by };
    if (report.action !== 'answer')
      return passOn(bot, incomingOf(desk, { ...common, input: { type: 'staff', act: report.action, by } }));
    const { text, anyway } = report;
    const flaw = flawToSend(text);
    if (flaw !== undefined && !(flaw.error === 'doubtful' && flaw.sign === anyway))
      return declined(400, flaw.error, flaw);
    return passOn(bot, incomingOf(desk, { ...common, input: { type: 'desk', text, by } }));
  }
  return signedRoute(`/desks/${desk}/webhook`, secret, most, webhookReport, take);
}
