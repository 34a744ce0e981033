import type { SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../../../bot/ports.ts';
import type { Deliver } from './receiver.ts';

/** The schema of a message about the connection itself. */
const aboutIt = z.object({ type: z.enum(['hello', 'disconnect']) });
/** The schema of the envelope of a delivery: https://docs.slack.dev/apis/events-api/using-socket-mode */
const envelope = z.object({
  envelope_id: z.string(),
  payload: z.record(z.string(), z.unknown()).catch({}),
  retry_attempt: z.number().catch(0),
});

/** Handles the envelopes of Socket Mode, and acknowledges those whose payload was stored. The SDK handles only messages about the connection: it reads an event's type before any validation, where a malformed payload ends the process (3.1.0), and emits events under the names that it uses for its own connection events. */
export function takeEnvelopes(client: SocketModeReceiver['client'], deliver: Deliver, log: Log): void {
  const [keep] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (frame: unknown) => {
    const said = read(frame);
    if (aboutIt.safeParse(said).success) return void keep?.(frame, false);
    const taken = envelope.safeParse(said);
    if (taken.success) void take(taken.data);
    else log.warn({}, 'Slack sent something by Socket Mode that is no envelope');
  });

  async function take({ envelope_id, payload, retry_attempt }: z.infer<typeof envelope>): Promise<void> {
    const answer = await deliver(payload, retry_attempt);
    if (answer === undefined) return;
    const answered = typeof answer === 'string' ? { text: answer } : answer;
    // An empty answer is sent without a payload: Slack would not recognize `{"text":""}`.
    const said = JSON.stringify({ envelope_id, ...(answer !== '' && { payload: answered }) });
    // If the connection is closed by now, Slack counts the delivery as not acknowledged.
    client.websocket?.send(said, () => {});
  }
}

function read(frame: unknown): unknown {
  try {
    return JSON.parse(z.string().parse(frame));
  } catch {
    return undefined;
  }
}
