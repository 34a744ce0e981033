import { copyOf, type Edit } from './copy.ts';

/** A later version of the flows: real files, in which the question `vpn` is called `tunnel`, `data` is gone and `warranty` is new. */
const edits: readonly Edit[] = [
  ['src/flows/machine.ts', /version: '[^']+'/, "version: 'later'"],
  ['src/flows/questions.ts', /\n {2}vpn: \{/, '\n  tunnel: {'],
  ['src/flows/questions.ts', /\n {2}data: \{[\s\S]*?\n {2}\},/, ''],
  [
    'src/flows/questions.ts',
    'export const questions = {',
    "export const questions = {\n  warranty: { slots: ['warranty'], options: { yes: { warranty: 'yes' }, no: { warranty: 'no' } }, unknown: { warranty: 'unknown' } },",
  ],
  ['src/flows/facts.ts', 'export const slots = {', "export const slots = {\n  warranty: ['yes', 'no'],"],
  ['src/flows/agenda.ts', /'vpn'/g, "'tunnel'"],
  ['src/flows/agenda.ts', /'data', /g, ''],
  ['src/flows/situations.ts', /'data', /g, ''],
  ['src/flows/agenda.ts', /'O2', 'O3'\]/, "'warranty', 'O2', 'O3']"],
  ['src/flows/agenda.ts', /'U1', 'sale'/, "'warranty', 'U1', 'sale'"],
  ['src/flows/organization.ts', "vpn: ask('vpn')", "tunnel: ask('tunnel'), warranty: ask('warranty')"],
  ['src/flows/triage.ts', /\n\s*data: ask\('data'\),/, ''],
];

/** The flows after an upgrade, loaded; `drop` removes them. Throws an Error where an edit finds nothing to change. */
export async function variant() {
  const { load, drop } = copyOf(['src/flows'], edits);
  const [{ thaw, freeze }, { promptOf, step }, { known, questionIds }] = (await Promise.all([
    load('src/flows/freeze.ts'),
    load('src/flows/session.ts'),
    load('src/flows/questions.ts'),
  ])) as [
    typeof import('../../src/flows/freeze.ts'),
    typeof import('../../src/flows/session.ts'),
    typeof import('../../src/flows/questions.ts'),
  ];
  return { thaw, freeze, promptOf, step, known, questionIds, drop };
}
