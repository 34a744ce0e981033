import type { z } from 'zod';
import type { Desk, Log } from '../../bot/ports.ts';
import type { Vault } from '../../bot/storage.ts';
import type { Language } from '../../bot/types.ts';
import type { Check } from '../doctor/finding.ts';
import type { HttpRoute } from '../http/route.ts';

/** The properties that a desk of any kind has, from its entry in the desks file. */
export interface DeskSetup extends Pick<Desk, 'id' | 'name' | 'takes' | 'serves' | 'hours' | 'zone' | 'escalatesTo'> {
  /** The language in which the desk reads its tickets. */
  readonly language: Language;
}

/** What a desk may use of the program that it runs in. */
export interface DeskSurroundings {
  readonly log: Log;
  readonly vault: Vault;
}

/** A running desk, the HTTP routes by which answers come back to it, and the check of whoever it sends to. */
export interface DeskService {
  readonly desk: Desk;
  readonly check: Check;
  readonly routes: readonly HttpRoute[];
}

/** A kind of desk that is in no chat: an entry of the registry, `kinds.ts`. */
export interface DeskKind {
  /** The value of `kind` in the desks file. */
  readonly kind: string;
  /** Returns the function that creates the desk, from the other fields of `via`. Throws a ZodError if they are wrong. */
  read(via: unknown): (setup: DeskSetup, surroundings: DeskSurroundings) => DeskService;
}

/** Returns a kind of desk from the schema of its `via`, and the function that creates such a desk. */
export const deskKind = <Via>(
  kind: string,
  schema: z.ZodType<Via>,
  create: (setup: DeskSetup, via: Via, surroundings: DeskSurroundings) => DeskService,
): DeskKind => ({
  kind,
  read: (via) => {
    const read = schema.parse(via);
    return (setup, surroundings) => create(setup, read, surroundings);
  },
});
