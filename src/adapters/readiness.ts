/** A part of the program that can be away. */
export interface Part {
  readonly name: string;
  /** Tells what is wrong with it now, without secrets; undefined: nothing. */
  trouble(): string | undefined | Promise<string | undefined>;
}

/** How far the program has come: only while it serves does it take messages that can be counted on. */
export type Phase = 'starting' | 'serving' | 'stopping';

/** Whether messages are taken, and a line for each part. */
export interface Readiness {
  readonly ready: boolean;
  readonly lines: readonly string[];
}

/** Asks every part how it is. Ready is a program that serves while its database works and one of its channels does: where another is away, this one's people need not wait. */
export async function readiness(phase: Phase, database: Part, channels: readonly Part[]): Promise<Readiness> {
  const [kept, taken] = await Promise.all([ask(database), Promise.all(channels.map(ask))]);
  const ready = phase === 'serving' && kept.works && taken.some(({ works }) => works);
  const states = [kept, ...taken].map(({ line }) => line);
  return { ready, lines: [ready ? 'ready' : 'not ready', ...(phase === 'serving' ? [] : [phase]), ...states] };
}

async function ask(part: Part): Promise<{ readonly works: boolean; readonly line: string }> {
  const trouble = await part.trouble();
  return { works: trouble === undefined, line: `${part.name}: ${trouble ?? 'ok'}` };
}
