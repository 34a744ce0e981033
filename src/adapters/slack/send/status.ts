import { setTimeout as sleep } from 'node:timers/promises';
import { wordsIn } from '../../../bot/i18n.ts';
import type { Incoming, Receive } from '../../../bot/ports.ts';
import { readAddress } from '../address.ts';
import { clientFor, type Workspaces } from '../install/workspaces.ts';

/** The milliseconds after which a reply counts as slow. */
const slow = 700;
/** The timeout in milliseconds after which a reply no longer waits for the status call before it. */
const patience = 500;

/** The status in a direct message that the bot is at work (typing indicator), shown while a reply takes long; best effort. */
export interface Status {
  /** Passes a message to the bot; if its reply is slow, the status is shown until `end`. Shows nothing if no reply will come. */
  during(incoming: Incoming, take: Receive): ReturnType<Receive>;
  /** Ends the status before the reply: Slack clears the status when a message arrives, so none may be set after it. A status call that exceeds the timeout is not awaited, and its status is cleared once it is done. */
  end(conversation: string): Promise<void>;
  /** Ends the status where the reply is an edit, after which Slack does not clear it by itself. */
  takeBack(conversation: string): void;
  stop(): void;
}

/** Creates the status of threads in direct messages: https://docs.slack.dev/reference/methods/assistant.threads.setStatus */
export function statuses(workspaces: Workspaces): Status {
  const waiting = new Map<
    string,
    { readonly timer: NodeJS.Timeout; set: Promise<void>; isSet: boolean; clear(): Promise<void> }
  >();
  const set = async ({ address }: Incoming, status: string): Promise<void> => {
    const { team, channel, thread } = readAddress(address);
    const client = await clientFor(workspaces, team);
    await client.assistant.threads.setStatus({
      channel_id: channel,
      thread_ts: thread,
      status,
    });
  };
  /** Starts the timer of a status; returns the function that cancels it. */
  function begin(incoming: Incoming): () => void {
    const { conversation, address, language } = incoming;
    if (!readAddress(address).channel.startsWith('D') || waiting.has(conversation)) return () => {};
    const timer = setTimeout(() => {
      const entry = waiting.get(conversation);
      if (entry !== undefined) {
        entry.set = set(incoming, wordsIn(language).text('slack:status')).catch(() => {});
        entry.isSet = true;
      }
      // Another process may be the one that replies.
      setTimeout(() => waiting.delete(conversation), 10 * slow).unref();
    }, slow).unref();
    const clear = () => set(incoming, '').catch(() => {});
    waiting.set(conversation, { timer, set: Promise.resolve(), isSet: false, clear });
    return () => {
      clearTimeout(timer);
      waiting.delete(conversation);
    };
  }
  return {
    during: async (incoming, take) => {
      const takeBack = begin(incoming);
      try {
        const received = await take(incoming);
        if (received !== 'answered') takeBack();
        return received;
      } catch (error) {
        takeBack();
        throw error;
      }
    },
    end: async (conversation) => {
      const entry = waiting.get(conversation);
      waiting.delete(conversation);
      if (entry === undefined) return;
      clearTimeout(entry.timer);
      const late = await Promise.race([entry.set.then(() => false), sleep(patience, true, { ref: false })]);
      if (late) void entry.set.then(entry.clear);
    },
    takeBack: (conversation) => {
      const entry = waiting.get(conversation);
      waiting.delete(conversation);
      if (entry === undefined) return;
      clearTimeout(entry.timer);
      if (entry.isSet) void entry.set.then(entry.clear);
    },
    stop: () => {
      for (const { timer } of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
