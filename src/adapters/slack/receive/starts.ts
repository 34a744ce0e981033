import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { singleFlight, withTimeout } from '../../../bot/lib/async.ts';
import { digest } from '../../../bot/lib/hash.ts';
import type { Log, PersonId, Vault } from '../../../bot/ports.ts';
import { redact } from '../../../bot/runtime/index.ts';
import { type Address, personOf } from '../address.ts';
import { describe } from '../describe.ts';
import { NotInstalled } from '../install/workspaces.ts';
import { acknowledgement } from './acknowledgement.ts';
import { id, ts } from './payloads.ts';

const second = 1_000;
/** Milliseconds that a process has a start for itself. */
const lease = 30 * second;
/** Milliseconds of the lease after which nothing new is asked of Slack: a call takes 8 s at most. */
const margin = 10 * second;
/** Milliseconds before each attempt; after that it is left until the lease has run out. */
const pauses = [0, second, 3 * second, 9 * second];
/** Milliseconds between two looks for what other processes left. */
const look = 10 * second;
/** Milliseconds after which a start is given up. */
const longest = 60 * 60 * second;
const prefix = 'slack-start:';

const schema = z.object({
  /** The delivery id. */
  id: z.string(),
  team: id,
  /** Who asked. */
  user: id,
  /** The channel in which a thread is to be opened; null: a direct message. */
  channel: id.nullable(),
  /** The message in whose thread it begins where the bot may write there, and for whom; null: it begins in a new thread. */
  message: z
    .object({ channel: id, thread: ts, ts, person: z.custom<PersonId>((given) => typeof given === 'string') })
    .nullable(),
  /** What was said, as people see it. */
  input: z.object({ type: z.enum(['text', 'file']), text: z.string() }),
  /** Epoch milliseconds. */
  since: z.number(),
});

/** A conversation that somebody asked for by a command, a shortcut or the home tab, and that is to be begun yet. */
export type Start = z.infer<typeof schema>;

/** Begins a conversation where it was asked for; the same once more where it may have been begun already (`unsure`). Resolves to undefined where Slack refuses for good; rejects where it may be tried again. Opens no thread once it is `over`. */
export type Begin = (start: Start, unsure: boolean, over: AbortSignal) => Promise<Address | undefined>;

/** Conversations that are to be begun: kept before they are acknowledged, and begun once, whatever happens to the process. */
export interface Starts {
  /** Resolves once a start is kept, to its beginning: where it was begun, or undefined where Slack refuses; one that rejects is taken up later. Rejects where it cannot be kept in time: it is not begun then. */
  keep(start: Omit<Start, 'since'>): Promise<{ readonly begun: Promise<Address | undefined> }>;
  /** Takes up what other processes left, from now on. */
  run(): void;
  stop(): void;
}

/** Keeps starts in the vault, without secrets, until they are begun. */
export function startsIn(
  vault: Vault,
  begin: Begin,
  { log, aside }: { readonly log: Log; readonly aside: (what: string, work: Promise<unknown>) => void },
): Starts {
  const end = new AbortController();
  const once = singleFlight<Address | undefined>();

  /** Tries several times as long as the lease holds. */
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
        // It may be written yet, and the person was told that it is not.
        aside(
          'What could not be kept in time',
          writing.catch(() => {}).then(() => vault.delete(key)),
        );
        throw error;
      }
      const begun = carryOut(key, start, false);
      aside('A conversation that was asked for', begun);
      return { begun };
    },
    run: () => void sweep(),
    stop: () => end.abort(),
  };
}

/** Waits until a start is kept, and for its beginning as long as there is time for the acknowledgement. Rejects where it cannot be kept in time, or where Slack refuses it for good. */
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
