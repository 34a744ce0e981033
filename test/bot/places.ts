import { listIds } from '../../src/flows/lists.ts';
import { machine } from '../../src/flows/machine.ts';
import { promptOf, start } from '../../src/flows/session.ts';
import { situation, situationIds } from '../../src/flows/situations.ts';
import { walk } from '../flows/walk.ts';

const { nodes } = walk(machine, 0, { first: {}, key: () => '', next: (seen) => seen }, () => undefined);
/** The places of the situations beside the lists. */
export const named = situationIds.flatMap((id) => {
  const known = { origin: 'organization', message: 'none', data: 'none', ...situation(id).evidence[0] } as const;
  const finished = listIds.filter((list) => situation(id).first.some((one) => one === list));
  const { snapshot } = start({ facts: known, finished });
  return [{ snapshot, prompt: promptOf(snapshot) }];
});
/** One node of every place that looks different. */
export const places = [
  ...new Map(
    [...nodes, ...named].map((node) => [
      JSON.stringify([node.prompt, node.snapshot.context.step, node.snapshot.context.facts]),
      node,
    ]),
  ).values(),
];
