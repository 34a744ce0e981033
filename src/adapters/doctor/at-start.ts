import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../bot/ports.ts';
import type { CheckedPart, Finding } from './finding.ts';

/** Milliseconds before whoever was away is asked again; they double up to `longest`. */
const pauses = { first: 10_000, longest: 10 * 60_000 };

/** Checks every part once, in the background, and logs each problem as one line. A part that finds somebody away, or itself in a trouble that it watches, is checked again until that is over. Returns a function that ends this. */
export function lookAtStart(parts: readonly CheckedPart[], log: Log, { first, longest } = pauses): () => void {
  const end = new AbortController();
  for (const part of parts) void lookAt(part, log, { first, longest }, end.signal);
  return () => end.abort();
}

async function lookAt(part: CheckedPart, log: Log, { first, longest }: typeof pauses, end: AbortSignal): Promise<void> {
  const said = new Set<string>();
  for (let pause = first; ; pause = Math.min(longest, pause * 2)) {
    const findings = await part.check().catch((): readonly Finding[] => []);
    if (end.aborted) return;
    const trouble = part.trouble();
    for (const { state, what } of findings) {
      if (said.has(what) || what === trouble) continue;
      said.add(what);
      const line = `${part.name}: ${what}`;
      if (state === 'wrong') log.error({ part: part.name }, line);
      else log.warn({ part: part.name }, state === 'away' ? `${line}; asking again` : line);
    }
    if (!findings.some(({ state, what }) => state === 'away' || what === trouble)) {
      if (pause > first) log.info({ part: part.name }, `${part.name}: looked at`);
      return;
    }
    await sleep(pause, undefined, { signal: end, ref: false }).catch(() => {});
    if (end.aborted) return;
  }
}
