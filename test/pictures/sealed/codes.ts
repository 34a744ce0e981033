import { readFileSync } from 'node:fs';
import type { Random } from './random.ts';

const catalogue: readonly string[] = Object.keys(
  JSON.parse(readFileSync(new URL('../../../src/flows/codes.json', import.meta.url), 'utf8')) as object,
);

/** What a code is shown for: its place in what people meet. */
export type Kind = 'organisation' | 'network' | 'no key' | 'hardware' | 'subscription' | 'any';

/** The codes that people meet for each reason, the common ones named more than once. */
const common: Readonly<Record<Kind, readonly string[]>> = {
  organisation: [
    ...['0xC004F074', '0xC004F074', '0xC004F074', '0xC004F074', '0xC004F074'],
    ...['0x8007232B', '0x8007007B', '0x8007232B', '0xC004F038', '0x8007267C'],
  ],
  network: [
    '0x80072EE7',
    '0x80072EE7',
    '0x80072EE2',
    '0x80072EFD',
    '0xC004FC03',
    '0xC004B007',
    '0x80072F8F',
    '0x800704CF',
  ],
  'no key': ['0xC004F213', '0xC004F213', '0xC004F213', '0x803F7001'],
  hardware: ['0xC004F211', '0xC004F211', '0x803FABB8', '0x803F7001', '0xC004F063'],
  subscription: ['0xC004F034', '0x87E10C0A', '0xD0000272'],
  any: ['0xC004C003', '0xC004C008', '0xC004F050', '0x803F7001', '0xC004C020', '0xC004E016', '0xC004F210', '0xC004F017'],
};

/** Picks a code of the catalogue for a reason: a common one most of the time, or, where any fits, one by chance as often. */
export const codeFor = (random: Random, kind: Kind) =>
  random.pick(kind === 'any' && random.chance(0.5) ? catalogue : common[kind]);

/** Writes a code as Windows shows it: upper-case most of the time. */
export const asShown = (random: Random, code: string) => (random.chance(0.2) ? code.toLowerCase() : code);
