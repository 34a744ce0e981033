import { describe, expect, test } from 'vitest';
import { machine } from '../../src/flows/machine.ts';
import { hashOf, parts } from './structure.ts';

/** The structure that stored snapshots of this version were written by. */
const golden = { version: '10', structure: 'cad9a58d44cc373d' };

/** Returns what to do where a machine is no longer the golden one; undefined: nothing. */
function advice(version: string | undefined, structure: string): string | undefined {
  if (structure === golden.structure && version === golden.version) return undefined;
  if (version !== golden.version)
    return `The machine has a new version: write { version: '${version}', structure: '${structure}' } as "golden" into test/flows/version.test.ts.`;
  return `The machine's structure has changed, and its version has not: stored conversations would be restored into states that no longer mean the same. Count up "version" in src/flows/machine.ts, then write the new version and structure: '${structure}' as "golden" into test/flows/version.test.ts.`;
}

test('the version of the machine matches the structure that its stored snapshots were written by', () => {
  expect(advice(machine.version, hashOf(parts))).toBeUndefined();
});

type Tree = { readonly [key: string]: unknown };
const replace = (tree: unknown, [key = '', ...rest]: readonly string[], part: unknown): Tree => ({
  ...(tree as Tree),
  [key]: rest.length === 0 ? part : replace((tree as Tree)[key], rest, part),
});
const organization = ['config', 'states', 'talk', 'states', 'organization', 'states'] as const;

describe('the structure hash of the machine', () => {
  test.each<[string, readonly string[], unknown]>([
    ['a state is gone', [...organization, 'vpn'], undefined],
    ['a transition leads elsewhere', [...organization, 'vpn', 'on', 'yes'], { target: '#handover' }],
    ['a guard has another name', ['config', 'on', 'pick', 'guard'], 'unsure'],
    ['the order of transitions is another', ['config', 'on', 'back'], [...[machine.config.on?.back].flat()].reverse()],
    ['a function has another name', ['config', 'context'], function start() {}],
    ['the id of a state is another', ['states'], parts.states.slice(1)],
    ['a list has a step less', ['steps', 'P1'], 5],
    ['a field of the memory is gone', ['memory'], parts.memory.slice(1)],
    ['a slot holds another value', ['slots', 'vpn'], ['on', 'off']],
  ])('the hash changes, and the version has to be counted up, if %s', (_, path, part) => {
    const hash = hashOf(replace(parts, path, part));
    expect(hash).not.toBe(hashOf(parts));
    expect(advice(golden.version, hash)).toContain(`Count up "version" in src/flows/machine.ts`);
    expect(advice(golden.version, hash)).toContain(hash);
  });

  test.each<[string, readonly string[], unknown]>([
    ['a function does the same in other words', ['config', 'context'], function begin() {}],
    ['the names stand in another order', ['slots'], Object.fromEntries(Object.entries(parts.slots).reverse())],
  ])('the hash stays the same if %s', (_, path, part) => {
    expect(hashOf(replace(parts, path, part))).toBe(hashOf(parts));
  });

  test('a new version asks for its version and hash to be written into this test', () => {
    expect(advice('next', 'other')).toContain(`{ version: 'next', structure: 'other' }`);
  });
});
