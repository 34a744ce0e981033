import { placeIdOf } from '../../../bot/keys.ts';
import type { ConversationId } from '../../../bot/ports.ts';
import type { Connector } from './connector.ts';
import { send } from './send.ts';

/** Delay in milliseconds after which a slow reply is announced. */
const patience = 700;

/** The typing indicator for slow replies. */
export interface Typing {
  /** Starts the delay of a conversation; when it is over, the indicator is shown. */
  begin(conversation: ConversationId, address: string): void;
  /** Cancels the indicator of a conversation that is not shown yet. */
  end(conversation: ConversationId): void;
  /** Cancels all indicators that are not shown yet. */
  stop(): void;
}

/** Returns a typing indicator; a failure to show it is ignored, not logged. */
export function typingOver(connector: Connector): Typing {
  /** By place: whose case a message belongs to is known only when it is answered. */
  const waiting = new Map<ConversationId, NodeJS.Timeout>();
  const stop = (place: ConversationId) => {
    clearTimeout(waiting.get(place));
    waiting.delete(place);
  };
  const end = (conversation: ConversationId) => stop(placeIdOf(conversation));
  return {
    begin(conversation, address) {
      const place = placeIdOf(conversation);
      stop(place);
      const show = () => {
        waiting.delete(place);
        send(connector, address, { type: 'typing' }).catch(() => {});
      };
      waiting.set(place, setTimeout(show, patience));
    },
    end,
    stop: () => [...waiting.keys()].forEach(stop),
  };
}
