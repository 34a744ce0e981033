import type { SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../../../bot/ports.ts';
import type { Deliver } from './receiver.ts';

/** What Slack says of the connection itself. */
const aboutIt = z.object({ type: z.enum(['hello', 'disconnect']) });
/** A delivery: https://docs.slack.dev/apis/events-api/using-socket-mode */
const envelope = z.object({
  envelope_id: z.string(),
  payload: z.record(z.string(), z.unknown()).catch({}),
  retry_attempt: z.number().catch(0),
});

/** Takes the envelopes that come over a socket, and acknowledges those whose payload was kept. The SDK keeps only what is said of the connection: it reads an event's type before anything was checked, where an odd payload ends the process (3.1.0), and emits it among the names by which it tells itself of the connection. */
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
    // An empty answer is none: as `{"text":""}` Slack would not know it.
    const said = JSON.stringify({ envelope_id, ...(answer !== '' && { payload: answered }) });
    // Where the connection is gone by now, Slack takes it as not acknowledged.
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
