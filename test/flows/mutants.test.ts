import { expect, test } from 'vitest';
import { assign } from 'xstate';
import { agenda, type Item } from '../../src/flows/agenda.ts';
import type { Context } from '../../src/flows/context.ts';
import { kit } from '../../src/flows/kit.ts';
import { machine } from '../../src/flows/machine.ts';
import { faultOf } from './graph.ts';
import { rules } from './rules.ts';
import type { Machine } from './walk.ts';

/** The machine with another agenda: what comes first is decided by `change`d memory. */
function deciding(change: (context: Context) => Context, keep: (item: Item) => boolean = () => true): Machine {
  const heads = new WeakMap<Context, readonly Item[]>();
  const due = (context: Context): readonly Item[] => {
    const known = heads.get(context) ?? agenda(change(context)).filter(keep);
    heads.set(context, known);
    return known;
  };
  return machine.provide({ guards: { due: ({ context }, { item }) => due(context)[0] === item } });
}

type Tree = { readonly [key: string]: unknown };
/** The machine with one part of its configuration replaced. */
function replacing(path: readonly string[], part: unknown): Machine {
  const replace = (tree: Tree, [key = '', ...rest]: readonly string[]): Tree => ({
    ...tree,
    [key]: rest.length === 0 ? part : replace(tree[key] as Tree, rest),
  });
  return kit.createMachine(replace(machine.config as Tree, path) as never) as unknown as Machine;
}

const personal = (context: Context): Context => ({
  ...context,
  facts: { ...context.facts, ...(context.facts.origin === 'organization' && { origin: 'personal' as const }) },
});
const without = (slot: keyof Context['facts']) => (context: Context) => {
  const { [slot]: _, ...facts } = context.facts;
  return { ...context, facts };
};
const ways = ['tell', 'human', 'restart', 'cancel', 'solved', 'back', 'yes', 'no', 'dont-know'];
const P = ['states', 'talk', 'states', 'personal', 'states'] as const;

/** For each promise, a machine that breaks it. */
const mutants: Readonly<Record<string, readonly [what: string, mutant: Machine, disturbances?: 0]>> = {
  'every reachable state reaches an exit': [
    'whoever comes to the key question can only ask for help',
    replacing([...P, 'key', 'on'], Object.fromEntries(ways.map((type) => [type, {}]))),
    0,
  ],
  '"don\'t know" to everything ends in at most 10 turns': [
    'who does not know whose PC it is, is asked again',
    replacing(['states', 'talk', 'states', 'triage', 'states', 'origin', 'on', 'dont-know'], {}),
    0,
  ],
  'all ten lists are reachable': [
    'P4 never comes up',
    deciding(
      (context) => context,
      (item) => item !== 'P4',
    ),
    0,
  ],
  "every prompt offers don't-know, help, back, restart and a person": [
    'help is forgotten',
    replacing(['on', 'help'], undefined),
    0,
  ],
  'no key is entered or bought on an organisation PC': [
    'a PC of an organisation with the key question answered is treated as one of its own, P1 and P2 left out',
    deciding(personal, (item) => item !== 'P1' && item !== 'P2'),
  ],
  'protection is never lowered on an organisation PC': [
    'a PC of an organisation is treated as one of its own',
    deciding(personal),
  ],
  'lowered protection is followed by the reminder': [
    'nobody asks whether protection is back on',
    deciding(without('protection')),
  ],
  'no list that lowers protection or makes a call under a scam': [
    'a scam is forgotten once the warning was read',
    deciding((context) => (context.finished.includes('scam-told') ? without('scam')(context) : context)),
  ],
  'no list that lowers protection with malware': [
    'malware is forgotten once the advice was read',
    deciding((context) => (context.finished.includes('malware-found') ? without('malware')(context) : context)),
  ],
  'no list that joins the network of an organisation for a subscription': [
    'a subscription is a licence like others',
    deciding((context) => (context.facts.license === 'subscription' ? without('license')(context) : context)),
  ],
  'no list that writes to the desk where the reader is it, or there is none': [
    'nobody asks who reads',
    deciding(without('reader')),
  ],
  'no list but saving data and buying where no licence was ever bought': [
    'there is always a licence',
    deciding((context) => (context.facts.license === 'none' ? without('license')(context) : context)),
  ],
  'no list where it is about something else': ['it is always about Windows', deciding(without('subject'))],
  'a scam or malware is named at once, malware after a scam, and only data in danger before them': [
    'a scam changes nothing',
    deciding(without('scam')),
  ],
  'no list while data must be rescued first': ['a failing drive changes nothing', deciding(without('drive'))],
  'data is saved before any reinstall': ['a reinstall is not prepared', deciding(without('reinstall'))],
  'no answer is lost by a correction': [
    'what is told replaces all that was known',
    machine.provide({
      actions: { learn: assign(({ event }) => (event.type === 'tell' ? { facts: event.facts } : {})) },
    }),
  ],
  'a digression returns to where it left': [
    'a question in passing leads to the list again',
    replacing(['on', 'ask'], { target: '#next', actions: { type: 'say', params: { answer: 'kms' } } }),
  ],
  'nothing of an old case is left in a new one': [
    'a new case goes on with the old facts',
    replacing(['states', 'closed', 'on', 'new-case'], { target: '#next', actions: 'learn' }),
  ],
  'whoever goes on with the case before has all that it was': [
    'going on begins once more without facts',
    machine.provide({ actions: { unshelve: assign(() => ({ before: undefined, facts: {} })) } }),
  ],
  'readings that were offered are withdrawn by whatever else is said': [
    'no reading is ever withdrawn',
    replacing(['on', 'none-of-these'], {}),
  ],
  'no list is delivered twice': ['what was tried is forgotten', machine.provide({ actions: { finish: assign({}) } })],
};

for (const [promise, [what, mutant, disturbances = 1]] of Object.entries(mutants))
  test(`the proof of "${promise}" fails when ${what}`, () => {
    expect(faultOf(mutant, disturbances).fault ?? 'no fault').toContain(promise);
  });

test('every rule has a mutant of the machine that breaks it', () => {
  expect(Object.keys(mutants)).toEqual(expect.arrayContaining(Object.keys(rules)));
});
