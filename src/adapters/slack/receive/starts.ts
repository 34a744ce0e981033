import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isPersonId } from '../../../bot/keys.ts';
import { singleFlight, withTimeout } from '../../../bot/lib/async.ts';
import { digest } from '../../../bot/lib/hash.ts';
import type { Log, PersonId } from '../../../bot/ports.ts';
import { redact, sentFiles } from '../../../bot/runtime/index.ts';
import type { Vault } from '../../../bot/storage.ts';
import { type Address, personOf } from '../address.ts';
import { describe } from '../describe.ts';
import { NotInstalled } from '../install/workspaces.ts';
import { acknowledgement } from './acknowledgement.ts';
import { id, ts } from './payloads.ts';

const second = 1_000;
/** The lease of a process on a start, in milliseconds. */
const lease = 30 * second;
/** The last milliseconds of the lease, in which Slack is asked for nothing new: a call takes up to 8 s. */
const margin = 10 * second;
/** The milliseconds before each attempt; after the last retry, the start waits until the lease has expired. */
const pauses = [0, second, 3 * second, 9 * second];
/** The interval in milliseconds between two sweeps for starts that other processes left. */
const look = 10 * second;
/** The milliseconds after which a start is given up. */
const longest = 60 * 60 * second;
const prefix = 'slack-start:';
/** Begins the id of a start that a colleague's mention under the author's message requested: it is answered there or nowhere, and once. */
export const byMention = 'mention:';

/** Begins the id of a start that a workflow requested; the id of its step follows. Slack delivers that again where the acknowledgement came too late. */
export const byStep = 'step:';

const schema = z.object({
  /** The delivery id, which is the idempotency key. */
  id: z.string(),
  team: id,
  /** The person who asked. */
  user: id,
  /** The channel in which to open a thread; null: a direct message. */
  channel: id.nullable(),
  /** The message in whose thread the conversation begins if the bot may write there, and the person that it is for; null: it begins in a new thread. */
  message: z.object({ channel: id, thread: ts, ts, person: z.custom<PersonId>(isPersonId) }).nullable(),
  /** The text, as people see it. */
  input: z.discriminatedUnion('type', [
    z.object({ type: z.literal('text'), text: z.string() }),
    // Earlier versions kept none of its files.
    z.object({ type: z.literal('file'), text: z.string(), files: sentFiles.default([]) }),
  ]),
  /** The time of the request, in epoch milliseconds. */
  since: z.number(),
});

/** A conversation that a person requested by a command, a shortcut, the home tab or a workflow, and that is still to be begun. */
export type Start = z.infer<typeof schema>;

/** The function that begins a requested conversation, idempotently: with `unsure`, it looks for an earlier attempt's thread before it opens another. It resolves to undefined if Slack permanently refuses, rejects if a retry may succeed, and opens no thread after `over`. */
export type Begin = (start: Start, unsure: boolean, over: AbortSignal) => Promise<Address | undefined>;

/** The outbox of conversations to begin: stored before the acknowledgement, and begun once, even if the process crashes. */
export interface Starts {
  /** Stores a start, and resolves to its beginning (`begun`): the address, or undefined if Slack refuses; a beginning that rejects is retried later. Rejects when the start cannot be stored in time; it is not begun then. */
  keep(start: Omit<Start, 'since'>): Promise<{ readonly begun: Promise<Address | undefined> }>;
  /** Starts the sweeps for starts that other processes left. */
  run(): void;
  stop(): void;
}

/** The functions that carry out a start: one begins the conversation, one says that it was given up to whatever waits for it. */
export interface Beginner {
  readonly begin: Begin;
  readonly gaveUp: (start: Start) => Promise<void>;
}

/** Creates the outbox of starts, stored in the vault with secrets redacted until they are begun. */
export function startsIn(
  vault: Vault,
  { begin, gaveUp }: Beginner,
  { log, aside }: { readonly log: Log; readonly aside: (what: string, work: Promise<unknown>) => void },
): Starts {
  const end = new AbortController();
  const once = singleFlight<Address | undefined>();

  /** Retries several times while the lease holds. */
  const carryOut = (key: string, start: Start, taken: boolean): Promise<Address | undefined> =>
    once(key, async () => {
      const over = AbortSignal.timeout(lease - margin);
      for (const [tries, pause] of pauses.entries()) {
        await sleep(pause, undefined, { signal: AbortSignal.any([end.signal, over]) });
        try {
          const begun = await begin(start, taken || tries > 0, over);
          await vault.delete(key);
          return begun;
        } catch (error) {
          if (error instanceof NotInstalled) {
            await vault.delete(key);
            return undefined;
          }
          log.warn({ delivery: start.id, error: describe(error) }, 'A conversation could not be begun yet');
        }
      }
      throw new Error('A conversation is begun later');
    });

  async function takeUp({ key, value }: { readonly key: string; readonly value: string }): Promise<void> {
    const start = read(value);
    if (start !== undefined && Date.now() - start.since < longest) {
      await carryOut(key, start, true);
      return;
    }
    await vault.delete(key);
    log.error({ delivery: start?.id ?? '' }, 'A conversation that was asked for is given up');
    if (start !== undefined) await gaveUp(start);
  }

  async function sweep(): Promise<void> {
    while (!end.signal.aborted) {
      try {
        const left = await vault.claim(prefix, lease);
        for (const one of left) aside('A conversation that was asked for earlier', takeUp(one));
      } catch (error) {
        log.warn({ error: describe(error) }, 'It is not known whether conversations are to be begun');
      }
      await sleep(look * (0.5 + Math.random()), undefined, { signal: end.signal }).catch(() => {});
    }
  }

  return {
    keep: async (asked) => {
      const start: Start = { ...asked, since: Date.now() };
      const key = `${prefix}${digest(start.team, start.id)}`;
      const input = { ...start.input, text: redact(start.input.text).text };
      const person = start.message?.person ?? personOf(start.team, start.user);
      const writing = vault.set(key, JSON.stringify({ ...start, input } satisfies Start), person);
      try {
        await withTimeout(acknowledgement, writing);
      } catch (error) {
        // The write may still succeed, though the person was told that it failed.
        aside(
          'What could not be kept in time',
          writing.catch(() => {}).then(() => vault.delete(key)),
        );
        throw error;
      }
      const begun = carryOut(key, start, start.id.startsWith(byStep));
      aside('A conversation that was asked for', begun);
      return { begun };
    },
    run: () => void sweep(),
    stop: () => end.abort(),
  };
}

/** Waits until a start is stored, and for its beginning until the acknowledgement timeout. Rejects when it cannot be stored in time, or when Slack permanently refuses it. */
export async function started(kept: ReturnType<Starts['keep']>): Promise<void> {
  const until = Date.now() + acknowledgement;
  const { begun } = await kept;
  const refused = begun.then((address) => address === undefined);
  if (await withTimeout(until - Date.now(), refused).catch(() => false))
    throw new Error('Slack has the bot write neither there nor to the person');
}

function read(value: string): Start | undefined {
  try {
    return schema.parse(JSON.parse(value));
  } catch {
    return undefined;
  }
}
