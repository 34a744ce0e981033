import { z } from 'zod';
import type { Finished } from './agenda.ts';
import type { Context, Keep } from './context.ts';
import { recipients } from './events.ts';
import { type Facts, slotNames, slots } from './facts.ts';
import { listIds } from './lists.ts';
import { questionIds } from './questions.ts';
import { situationIds } from './situations.ts';

const code = /^0x[0-9A-F]{8}$/;
const finished: readonly Finished[] = [...listIds, 'wait', ...situationIds];

/** Returns a schema of an array: keeps the names that are known; anything but an array counts as empty. */
const among = <T extends string>(names: readonly T[]) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((given) => given.flatMap((one) => names.filter((name) => name === one)));

const facts = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((given): Facts => {
    const told = slotNames.filter((slot) => [...slots[slot], 'unknown'].some((value) => value === given[slot]));
    const codes = z.array(z.string().regex(code)).safeParse(given['errorCodes']).data ?? [];
    return {
      ...Object.fromEntries(told.map((slot) => [slot, given[slot]])),
      ...(codes.length > 0 && { errorCodes: codes }),
    };
  });

const keep: z.ZodType<Keep> = z.object({
  facts,
  finished: among(finished),
  skipped: among(finished),
  shown: among(listIds),
  trail: among(questionIds),
  recipient: z
    .enum(recipients)
    .optional()
    .catch(undefined)
    .transform((recipient) => recipient ?? undefined),
  details: z.record(z.string(), z.string()).catch({}),
});

/** Parses `keep` from a record of any version: names that are no longer known are left out. Never throws. */
export const readKeep = (given: unknown): Keep => keep.parse(typeof given === 'object' && given !== null ? given : {});

/** Divides the context into the part that outlives every version of the machine, and the machine's own. */
export function divide(context: Context): { readonly keep: Keep; readonly own: Omit<Context, keyof Keep> } {
  const { facts, finished, skipped, shown, trail, recipient, details, ...own } = context;
  return { keep: { facts, finished, skipped, shown, trail, recipient, details }, own };
}
