import { z } from 'zod';
import { catalogue } from '../../../flows/codes.ts';
import { type Facts, slotNames, slots } from '../../../flows/facts.ts';
import { channels, type License, statuses } from './printed.ts';
import { type Page, pages, type SignId, signIds } from './signs.ts';

/** What was seen on a picture or in a log: closed labels only, nothing of its text. None of it is taken before the person has confirmed it. */
export interface Seen {
  /** Error codes of the catalogue, in the order in which they stand. */
  readonly codes: readonly string[];
  /** A code stands there that could not be read surely, or is none of the catalogue. */
  readonly unclear: boolean;
  readonly page: Page | null;
  /** The facts besides the codes, as `learn` takes them. */
  readonly facts: Facts;
  /** The on-screen sentences, in the order of `signs`. */
  readonly signs: readonly SignId[];
  /** Something shows that an organisation has to do with the licence or the PC; whose the PC is now is another question. */
  readonly organization: boolean;
  readonly license: License;
  /** A product key, an installation or confirmation ID or a mail address could be read: it is to be hidden next time. */
  readonly secret: boolean;
  /** Nothing was seen that says anything about the case. */
  readonly empty: boolean;
}

const factsSchema = z
  .strictObject(Object.fromEntries(slotNames.map((slot) => [slot, z.enum(slots[slot]).optional()])))
  .transform((facts) => facts as Facts);

/** The schema of what was seen, as it travels and is kept. */
export const seenSchema: z.ZodType<Seen> = z.strictObject({
  codes: z.array(z.string().refine((code) => catalogue.has(code))).max(60),
  unclear: z.boolean(),
  page: z.enum(pages).nullable(),
  facts: factsSchema,
  signs: z.array(z.enum(signIds)).max(signIds.length),
  organization: z.boolean(),
  license: z.strictObject({
    channel: z.enum(channels).nullable(),
    status: z.enum(statuses).nullable(),
    days: z.int().min(0).max(100_000).nullable(),
    kms: z.boolean().nullable(),
  }),
  secret: z.boolean(),
  empty: z.boolean(),
});
