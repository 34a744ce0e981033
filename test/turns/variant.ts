import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

type Edit = readonly [file: string, from: string | RegExp, to: string];

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A later version of the flows: real files, in which the question `vpn` is called `tunnel`, `data` is gone and `warranty` is new. */
const edits: readonly Edit[] = [
  ['machine.ts', /version: '[^']+'/, "version: 'later'"],
  ['questions.ts', /\n {2}vpn: \{/, '\n  tunnel: {'],
  ['questions.ts', /\n {2}data: \{[\s\S]*?\n {2}\},/, ''],
  [
    'questions.ts',
    'export const questions = {',
    "export const questions = {\n  warranty: { slots: ['warranty'], options: { yes: { warranty: 'yes' }, no: { warranty: 'no' } }, unknown: { warranty: 'unknown' } },",
  ],
  ['facts.ts', 'export const slots = {', "export const slots = {\n  warranty: ['yes', 'no'],"],
  ['agenda.ts', /'vpn'/g, "'tunnel'"],
  ['agenda.ts', /'data', /g, ''],
  ['agenda.ts', /'O2', 'O3'\]/, "'warranty', 'O2', 'O3']"],
  ['agenda.ts', /'U1', 'sale'/, "'warranty', 'U1', 'sale'"],
  ['organization.ts', "vpn: ask('vpn')", "tunnel: ask('tunnel'), warranty: ask('warranty')"],
  ['triage.ts', /\n\s*data: ask\('data'\),/, ''],
];

/** The flows after an upgrade, loaded; `drop` removes them. Throws an Error where an edit finds nothing to change. */
export async function variant() {
  const folder = mkdtempSync(join(tmpdir(), 'ninsho-variant-'));
  cpSync(join(root, 'src/flows'), join(folder, 'flows'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, from, to] of edits) {
    const path = join(folder, 'flows', file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`The flows have changed: nothing to replace in ${file} for ${from}`);
    writeFileSync(path, after);
  }
  const load = (file: string) => import(/* @vite-ignore */ pathToFileURL(join(folder, 'flows', file)).href);
  const [{ thaw, freeze }, { promptOf, step }, { known, questionIds }] = (await Promise.all([
    load('freeze.ts'),
    load('session.ts'),
    load('questions.ts'),
  ])) as [
    typeof import('../../src/flows/freeze.ts'),
    typeof import('../../src/flows/session.ts'),
    typeof import('../../src/flows/questions.ts'),
  ];
  return { thaw, freeze, promptOf, step, known, questionIds, drop: () => rmSync(folder, { recursive: true }) };
}
