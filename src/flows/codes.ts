import codes from './codes.json' with { type: 'json' };
import type { ListId } from './lists.ts';

/** Whose licences a code belongs to; `volume` means an organisation's. */
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

/** What is known about an error code. Its words are in `locales/<language>/codes.json` under the same key. */
export interface Code {
  readonly scope: Scope;
  readonly cause: Cause;
  /** The lists that help, first things first. */
  readonly procedures: readonly ListId[];
  /** The lists that help when the PC was bought used or given. */
  readonly proceduresIfUsed?: readonly ListId[];
  /** Where the meaning comes from: at least one source, mostly Microsoft's own pages and headers. */
  readonly sources: readonly string[];
  /** What a maintainer should know; never shown to anyone. */
  readonly note?: string;
}

/**
 * Every activation error code that the assistant knows, by `0x` and 8 upper-case hex digits. A code that is not here is
 * unknown and never guessed at. The file is checked by its test: checking it on load would slow every start.
 */
export const catalogue: ReadonlyMap<string, Code> = new Map(Object.entries(codes as Record<string, Code>));

/** Whether a code belongs to an organisation's volume licences; false for a code that is not known. */
export const isVolume = (code: string): boolean => catalogue.get(code)?.scope === 'volume';
