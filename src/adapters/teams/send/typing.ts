import type { Connector } from './connector.ts';
import { send } from './send.ts';

/** Delay in milliseconds after which a slow reply is announced. */
const patience = 700;

/** The typing indicator for slow replies. */
export interface Typing {
  /** Starts the delay of a conversation; when it is over, the indicator is shown. */
  begin(conversation: string, address: string): void;
  /** Cancels the indicator of a conversation that is not shown yet. */
  end(conversation: string): void;
  /** Cancels all indicators that are not shown yet. */
  stop(): void;
}

/** Returns a typing indicator; a failure to show it is ignored, not logged. */
export function typingOver(connector: Connector): Typing {
  const waiting = new Map<string, NodeJS.Timeout>();
  const end = (conversation: string) => {
    clearTimeout(waiting.get(conversation));
    waiting.delete(conversation);
  };
  return {
    begin(conversation, address) {
      end(conversation);
      const show = () => {
        waiting.delete(conversation);
        send(connector, address, { type: 'typing' }).catch(() => {});
      };
      waiting.set(conversation, setTimeout(show, patience));
    },
    end,
    stop: () => [...waiting.keys()].forEach(end),
  };
}
