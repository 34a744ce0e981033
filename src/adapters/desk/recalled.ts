import { z } from 'zod';
import { personId } from '../../bot/keys.ts';
import { digest } from '../../bot/lib/hash.ts';
import type { Vault } from '../../bot/storage.ts';

/** The memory that a desk has of a member of its staff for some time: in every process, and after a restart. */
export interface Recalled {
  /** Returns what was noted about something that a member of staff did; undefined if nothing was, or too long ago. */
  of(user: string, about: string): Promise<string | undefined>;
  /** Notes a value, in place of an earlier one. It is deleted after the retention time. */
  note(user: string, about: string, value: string): Promise<void>;
}

const schema = z.object({ until: z.number(), value: z.string() });

/** Returns what a desk recalls under a name, kept in the database for `lifetime` milliseconds. Neither who it was nor what they wrote can be read from it. */
export function recalled(vault: Vault, desk: string, name: string, lifetime: number): Recalled {
  const keyOf = (user: string, about: string) => `desk:${desk}:${name}:${digest(user, about)}`;
  return {
    of: async (user, about) => {
      const text = await vault.get(keyOf(user, about));
      if (text === undefined) return undefined;
      const { until, value } = schema.parse(JSON.parse(text));
      return Date.now() < until ? value : undefined;
    },
    note: (user, about, value) => {
      const kept = { until: Date.now() + lifetime, value } satisfies z.infer<typeof schema>;
      return vault.set(
        keyOf(user, about),
        JSON.stringify(kept),
        personId({ home: desk, tenant: null, user: digest(user) }),
      );
    },
  };
}

/** Milliseconds within which the same words again mean “send anyway”. */
const patience = 24 * 60 * 60 * 1_000;

/** The answers of staff that were asked about, since they may hold a secret. */
export interface Doubts {
  /** Returns true for an answer that was asked about before, when it came under another id: who writes the same words again means “send anyway”. `sign`: what is doubtful in it. */
  isAgain(answer: {
    readonly id: string;
    readonly ticket: string;
    readonly user: string;
    readonly sign: string;
  }): Promise<boolean>;
}

/** Returns the answers that a desk asked about. */
export function doubtsOf(vault: Vault, desk: string): Doubts {
  const asked = recalled(vault, desk, 'doubt', patience);
  return {
    isAgain: async ({ id, ticket, user, sign }) => {
      const [doubt, own] = [digest(ticket, sign), digest(id)];
      const first = await asked.of(user, doubt);
      if (first === undefined) await asked.note(user, doubt, own);
      return first !== undefined && first !== own;
    },
  };
}
