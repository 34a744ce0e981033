import { expect, test } from 'vitest';
import { machine } from '../../src/flows/machine.ts';
import { faultOf } from './graph.ts';

test('every conversation keeps every rule, also with one change of subject at any place', { timeout: 600_000 }, () => {
  const { fault, nodes, edges, longest } = faultOf(machine, 1);
  console.log(`${nodes} places, ${edges} moves, "don't know" at most ${longest} times`);
  expect(fault).toBeUndefined();
  expect(nodes).toBeGreaterThan(10_000);
});
