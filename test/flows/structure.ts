import { createHash } from 'node:crypto';
import { slots } from '../../src/flows/facts.ts';
import { divide } from '../../src/flows/keep.ts';
import { begin } from '../../src/flows/kit.ts';
import { list, listIds } from '../../src/flows/lists.ts';
import { machine } from '../../src/flows/machine.ts';

type Node = (typeof machine)['root'];

const { version: _, ...config } = machine.config;

/** Everything that decides how a stored snapshot is restored and goes on, but for the version of the machine. */
export const parts = {
  config,
  states: idsOf(machine.root),
  // A stored step counts from the start of its list.
  steps: Object.fromEntries(listIds.map((id) => [id, list(id).steps])),
  memory: Object.entries(divide(begin({ input: undefined }))).map(([part, fields]) => [part, Object.keys(fields)]),
  slots,
};

function idsOf(node: Node): readonly string[] {
  return [node.id, ...Object.values(node.states).flatMap((child) => idsOf(child as Node))].sort();
}

/** Sorts the names in every object, and takes a function for its name. */
function canonical(_key: string, value: unknown): unknown {
  if (typeof value === 'function') return `${value.name}()`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns a hash that changes with the structure of the machine, and neither with its code nor with the order of names. */
export const hashOf = (structure: object): string =>
  createHash('sha256').update(JSON.stringify(structure, canonical)).digest('hex').slice(0, 16);
