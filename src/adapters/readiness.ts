/** A component of the program that can be unavailable. */
export interface ReadinessPart {
  readonly name: string;
  /** Returns a description of its current fault, without secrets; undefined if it works. */
  trouble(): string | undefined | Promise<string | undefined>;
}

/** The phase of the program's lifecycle. Only while it is `serving` does it accept messages reliably. */
export type Phase = 'starting' | 'serving' | 'stopping';

/** The result of a readiness check: the verdict, and lines to show, among them one for each component. */
export interface Readiness {
  readonly ready: boolean;
  readonly lines: readonly string[];
}

/** Runs the readiness check of every component. The program is ready while it is serving, its database works and at least one channel works: people of a working channel need not wait for another that is unavailable. */
export async function readiness(
  phase: Phase,
  database: ReadinessPart,
  channels: readonly ReadinessPart[],
): Promise<Readiness> {
  const [kept, taken] = await Promise.all([ask(database), Promise.all(channels.map(ask))]);
  const ready = phase === 'serving' && kept.works && taken.some(({ works }) => works);
  const states = [kept, ...taken].map(({ line }) => line);
  return { ready, lines: [ready ? 'ready' : 'not ready', ...(phase === 'serving' ? [] : [phase]), ...states] };
}

async function ask(part: ReadinessPart): Promise<{ readonly works: boolean; readonly line: string }> {
  const trouble = await part.trouble();
  return { works: trouble === undefined, line: `${part.name}: ${trouble ?? 'ok'}` };
}
