import type { z } from 'zod';
import type { Notices } from '../bot/notices.ts';
import type { Adapter, Desk, Log } from '../bot/ports.ts';
import type { Reader } from '../bot/runtime/index.ts';
import type { Vault } from '../bot/storage.ts';
import type { DeskEntry } from './desk/file.ts';
import type { Check } from './doctor/finding.ts';
import type { HttpRoute } from './http/route.ts';

/** What a service may use of the program that it runs in. */
export interface Surroundings {
  readonly log: Log;
  readonly vault: Vault;
  readonly conversations: Reader;
  readonly notices: Notices;
}

/** A running service: a channel, its desks, or both in one product. */
export interface Service {
  readonly adapter: Adapter | undefined;
  readonly desks: readonly Desk[];
  readonly routes: readonly HttpRoute[];
  /** The check of all that its settings name: tokens, channels, servers. */
  readonly check: Check;
  /** Returns why people cannot be answered in its channel now, for the readiness check; undefined if they can. */
  trouble(): string | undefined;
}

/** A service as its settings set it up, not running yet. */
export interface ServiceSetup {
  /** True if it is open to everybody who reaches the HTTP server, which therefore listens on the loopback address only. */
  readonly loopback: boolean;
  /** Creates the service. Its SDK is imported only now. */
  create(surroundings: Surroundings): Promise<Service>;
}

/** A service that can be set up: an entry of the registry, `services.ts`. */
export interface ServiceKind {
  /** The id, of lower-case letters, digits and hyphens; the ids of its channel, its people and its desk are the same. */
  readonly id: string;
  /** The name for operators. */
  readonly name: string;
  /** The schemas of its environment variables. */
  readonly variables: Readonly<Record<string, z.ZodType>>;
  /** Returns the service as the parsed values of these variables set it up; undefined if they do not. `mode` is NODE_ENV; `desks` are the entries of the desks file whose kind is the id of this service. Throws an Error with one line for each problem. */
  setUp(
    values: Readonly<Record<string, unknown>>,
    mode: string | undefined,
    desks: readonly DeskEntry[],
  ): ServiceSetup | undefined;
}
