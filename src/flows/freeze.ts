import { z } from 'zod';
import type { Keep, Prompt } from './context.ts';
import { divide, readKeep } from './keep.ts';
import { begin } from './kit.ts';
import { machine } from './machine.ts';
import { promptOf, type Snapshot, start } from './session.ts';

/**
 * Where a conversation stands, as plain JSON. `keep` outlives every change of the machine; `snapshot` is the rest,
 * the machine's own, and is used by the same version only. A new field or meaning here makes a new `format`.
 */
export interface Frozen {
  readonly format: 1;
  /** The machine's version that wrote it. */
  readonly machine: string;
  readonly keep: Keep;
  /** What the state waited for: where a rebuilt conversation goes on. */
  readonly place: Prompt;
  readonly snapshot: unknown;
}

const version = machine.version ?? '';

/** The context is plain data; XState would search all of it for actors, each time. */
const blank = {} as Snapshot['context'];

/** Where a conversation stands, to be stored. */
export function freeze(snapshot: Snapshot): Frozen {
  const { keep, own } = divide(snapshot.context);
  // Not JSON.stringify(snapshot): that loses the history that digressions return by.
  const persisted = machine.getPersistedSnapshot({ ...snapshot, context: blank });
  return { format: 1, machine: version, keep, place: promptOf(snapshot), snapshot: { ...persisted, context: own } };
}

/** The conversation as it stood, or rebuilt from what was kept where the machine has changed since. Never throws. */
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
    promptOf(snapshot); // Restoring is silent when a state has become one with parts.
    return snapshot;
  } catch {
    return undefined;
  }
}

const placeSchema = z.object({ kind: z.string(), outcome: z.string().optional() });

/** Known questions and finished lists skip themselves, so what was answered stays answered; an end stays an end. */
function rebuild({ keep, place }: { readonly keep: unknown; readonly place: unknown }): Snapshot {
  const kept = readKeep(keep);
  return standAt(place, kept) ?? start(kept).snapshot;
}

/** A place that the agenda does not lead to by itself: an end, or the handover. */
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
