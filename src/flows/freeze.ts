import { z } from 'zod';
import type { Keep, Prompt } from './context.ts';
import { divide, readKeep } from './keep.ts';
import { begin } from './kit.ts';
import { machine } from './machine.ts';
import { promptOf, type Snapshot, start } from './session.ts';

/**
 * The stored form of a conversation, as plain JSON. `keep` outlives every version of the machine; `snapshot` is the rest,
 * the machine's own, and is used by the same version only. A new field or meaning here makes a new `format`.
 */
export interface Frozen {
  readonly format: 1;
  /** The version of the machine that wrote it. */
  readonly machine: string;
  readonly keep: Keep;
  /** The prompt of the state: where a rebuilt conversation goes on. */
  readonly place: Prompt;
  readonly snapshot: unknown;
}

const version = machine.version ?? '';

/** An empty context, in place of the real one: XState would search all of that for actors, each time. */
const blank = {} as Snapshot['context'];

/** Returns the snapshot of a conversation as plain data, to be stored. */
export function freeze(snapshot: Snapshot): Frozen {
  const { keep, own } = divide(snapshot.context);
  // Not JSON.stringify(snapshot): that loses the history that digressions return by.
  const persisted = machine.getPersistedSnapshot({ ...snapshot, context: blank });
  return { format: 1, machine: version, keep, place: promptOf(snapshot), snapshot: { ...persisted, context: own } };
}

/** Restores a stored conversation; rebuilds it from `keep` where the machine's version has changed since. Never throws. */
export function thaw(frozen: { readonly [K in keyof Frozen]: unknown }): {
  readonly snapshot: Snapshot;
  readonly rebuilt: boolean;
} {
  const snapshot = frozen.machine === version ? restore(frozen.keep, frozen.snapshot) : undefined;
  return snapshot === undefined ? { snapshot: rebuild(frozen), rebuilt: true } : { snapshot, rebuilt: false };
}

const keepSchema = z.looseObject({
  facts: z.looseObject({}),
  finished: z.array(z.string()),
  trail: z.array(z.string()),
});
const persistedSchema = z.looseObject({ context: z.looseObject({ step: z.number() }) });

function restore(keep: unknown, persisted: unknown): Snapshot | undefined {
  try {
    const { context: own, ...rest } = persistedSchema.parse(persisted);
    const context = { ...keepSchema.parse(keep), ...own };
    const bare = { ...rest, context: blank } as unknown as Parameters<typeof machine.restoreSnapshot>[0];
    // The scope is for invoked actors only, and this machine has none.
    const snapshot = { ...machine.restoreSnapshot(bare, undefined as never), context } as unknown as Snapshot;
    promptOf(snapshot); // Throws where a state has got inner states since: restoring it does not.
    return snapshot;
  } catch {
    return undefined;
  }
}

const placeSchema = z.object({ kind: z.string(), outcome: z.string().optional() });

/** Rebuilds a conversation from `keep`. Known questions and finished lists are not given again; a conversation that had ended stays ended. */
function rebuild({ keep, place }: { readonly keep: unknown; readonly place: unknown }): Snapshot {
  const kept = readKeep(keep);
  return standAt(place, kept) ?? start(kept).snapshot;
}

/** Returns a snapshot at a place that the agenda does not lead to: an end, or the handover. Undefined: any other place. */
function standAt(place: unknown, kept: Keep): Snapshot | undefined {
  const { kind, outcome } = placeSchema.safeParse(place).data ?? { kind: '' };
  const value = { closed: { closed: outcome }, form: { handover: 'form' }, recipient: { handover: 'to' } }[kind];
  if (value === undefined) return undefined;
  try {
    const state = { value, context: begin({ input: kept }) } as Parameters<typeof machine.resolveState>[0];
    const snapshot = machine.resolveState(state) as Snapshot;
    return promptOf(snapshot).kind === kind ? snapshot : undefined;
  } catch {
    return undefined; // The states have other names now.
  }
}
