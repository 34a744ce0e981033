import type { Intent } from '../../src/flows/events.ts';
import { listIds } from '../../src/flows/lists.ts';
import { promptOf, type Snapshot, step } from '../../src/flows/session.ts';
import { broken, listOf, type Seen, watch } from './rules.ts';
import { keyOf, type Machine, walk } from './walk.ts';

const everywhere: readonly Intent[] = ['dont-know', 'help', 'back', 'restart', 'human'];

/** What is wrong with a machine, as the first statement it breaks with the way that leads there; undefined: nothing. */
export function faultOf(
  machine: Machine,
  disturbances: number,
): { readonly fault: string | undefined; readonly nodes: number; readonly edges: number; readonly longest: number } {
  const { nodes, into, edges, wrong } = walk<Seen>(machine, disturbances, watch, broken);
  const lengths = new Map<string, number>();
  const longest = nodes.reduce((most, { snapshot }) => Math.max(most, patience(machine, snapshot, lengths)), 0);
  const missing = listIds.find((id) => !nodes.some(({ prompt }) => prompt.kind === 'list' && listOf(prompt) === id));
  const mute = nodes.find(
    ({ snapshot, prompt }) => prompt.kind !== 'closed' && everywhere.some((type) => !snapshot.can({ type })),
  );
  const exits = nodes.flatMap(({ prompt }, n) => (prompt.kind === 'closed' ? [n] : []));
  const reached = new Set(exits);
  for (const n of reached) for (const from of into[n] ?? []) reached.add(from);
  const stranded = nodes.findIndex((_, n) => !reached.has(n));
  const fault =
    wrong ??
    (stranded >= 0
      ? `every reachable state reaches an exit: ${JSON.stringify(nodes[stranded]?.snapshot.value)}`
      : undefined) ??
    (longest > 10 ? `"don't know" to everything ends in at most 10 turns: ${longest}` : undefined) ??
    (missing ? `all ten lists are reachable: ${missing}` : undefined) ??
    (mute
      ? `every prompt offers don't-know, help, back, restart and a person: ${JSON.stringify(mute.snapshot.value)}`
      : undefined);
  return { fault, nodes: nodes.length, edges, longest };
}

/** How many times somebody who never knows has to say so before the conversation ends; Infinity: for ever. */
function patience(machine: Machine, from: Snapshot, lengths: Map<string, number>): number {
  const way: string[] = [];
  let snapshot = from;
  let rest = 0;
  while (promptOf(snapshot).kind !== 'closed') {
    const key = keyOf(snapshot, 0);
    const known = lengths.get(key);
    if (known !== undefined || way.includes(key)) {
      rest = known ?? Number.POSITIVE_INFINITY;
      break;
    }
    way.push(key);
    ({ snapshot } = step(snapshot, { type: 'dont-know' }, machine));
  }
  way.reverse().forEach((key, n) => {
    lengths.set(key, rest + n + 1);
  });
  return rest + way.length;
}
