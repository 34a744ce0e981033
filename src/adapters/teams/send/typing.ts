import type { Connector } from './connector.ts';
import { send } from './send.ts';

/** A reply that takes longer than this, in milliseconds, is announced. */
const patience = 700;

/** Shows that the bot is typing where a reply takes long. */
export interface Typing {
  begin(conversation: string, address: string): void;
  end(conversation: string): void;
  stop(): void;
}

/** Announces slow replies; a failed announcement is not worth a word. */
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
