import codes from './codes.json' with { type: 'json' };
import type { Facts } from './facts.ts';
import type { ListId } from './lists.ts';

/** The kind of licence that a code belongs to; `volume` means an organisation's. */
export type Scope = 'any' | 'volume' | 'retail';

/** The most likely cause behind a code. */
export type Cause =
  | 'network'
  | 'clock'
  | 'server'
  | 'organization'
  | 'key'
  | 'counterfeit'
  | 'hardware'
  | 'edition'
  | 'corruption'
  | 'other';

/** How well its sources bear out a statement: `high` its maker's own word, `low` reports only. */
export type Sureness = 'high' | 'medium' | 'low';

/** An entry of the catalogue of error codes. Its words are in `locales/<language>/codes.json` under the same key. */
export interface Code {
  readonly scope: Scope;
  /** True for a code of a PC that asks its organisation's own server (KMS), and no host of Microsoft. */
  readonly kms?: true;
  readonly cause: Cause;
  /** The lists that help, in the order they are given. */
  readonly procedures: readonly ListId[];
  /** The lists that help when the PC was bought used or given. */
  readonly proceduresIfUsed?: readonly ListId[];
  /** The sources of the meaning: at least one, mostly Microsoft's own pages and headers. */
  readonly sources: readonly string[];
  /** The day on which the sources were last looked at (YYYY-MM-DD). */
  readonly reviewed: string;
  /** How sure the meaning is for activation. The words of a code with `low` say so. */
  readonly sure: Sureness;
  /** A remark for maintainers; never shown to users. */
  readonly note?: string;
}

/**
 * Every activation error code that the assistant knows, by `0x` and 8 upper-case hex digits. A code that is not here is
 * unknown and never guessed at. The file is checked by its test: checking it on load would slow every start.
 */
export const catalogue: ReadonlyMap<string, Code> = new Map(Object.entries(codes as Record<string, Code>));

/** Returns true where a code belongs to an organisation's volume licences; false for an unknown code. */
export const isVolume = (code: string): boolean => catalogue.get(code)?.scope === 'volume';

/** Returns true where a PC asks its organisation's own server (KMS), by what it shows. */
export const asksKms = ({ message, errorCodes = [], license }: Facts): boolean =>
  license !== 'subscription' &&
  (message === 'org-server' || errorCodes.some((code) => catalogue.get(code)?.kms === true));
