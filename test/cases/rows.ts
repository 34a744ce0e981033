import type { Slot } from '../../src/flows/facts.ts';
import { type ListId, listIds } from '../../src/flows/lists.ts';
import type { SituationId } from '../../src/flows/situations.ts';

/** What a row asks of the conversation, and what the person in it says yes to. */
interface Rule {
  /** The situations by which it is named: one of them is enough. Empty: it is named in another way (`judge.ts`). */
  readonly named: readonly SituationId[];
  /** The lists that must not be given in it. */
  readonly barred: readonly ListId[];
  /** The slots that the person confirms, when asked whether they meant something of the kind. */
  readonly meant: readonly Slot[];
}

const personal = ['P1', 'P2', 'P3', 'P4'] as const;
const organization = ['O1', 'O2', 'O3'] as const;
const used = ['U1', 'U2'] as const;

/** The rows of table S1 of the domain: what people are in beside the ten lists. */
const situationRows = {
  '0h': { named: ['scam-told', 'scam-installed', 'scam-paid'], barred: ['P2', 'P4'], meant: ['scam'] },
  '0i': { named: ['malware-found', 'activator'], barred: ['P2'], meant: ['malware'] },
  '0j': { named: ['bitlocker'], barred: [...personal, ...organization, ...used], meant: ['subject'] },
  '1h': { named: ['subscription'], barred: ['O2', ...personal, ...used], meant: ['license', 'origin'] },
  '1i': { named: ['administrator', 'no-it'], barred: ['O3'], meant: ['reader', 'origin'] },
  '2i': { named: ['licensed'], barred: [], meant: ['message', 'origin'] },
  '2j': { named: ['edition'], barred: ['P2'], meant: ['recent', 'edition', 'origin'] },
  '2k': { named: ['firmware', 'battery'], barred: [], meant: ['firmware', 'clock', 'origin'] },
  '2l': { named: ['in-the-way', 'blocked'], barred: [], meant: ['origin'] },
  '2m': { named: ['moving'], barred: [], meant: ['license', 'origin'] },
  '2n': { named: ['no-license'], barred: personal, meant: ['license', 'origin'] },
  '2o': { named: ['virtual'], barred: ['P1', 'P2'], meant: ['machine', 'origin'] },
  '2p': { named: ['old-key'], barred: ['P1', 'P2'], meant: ['license', 'origin'] },
  '3c': { named: ['lapsed'], barred: ['P1', 'P2'], meant: ['recent', 'origin', 'provenance'] },
  '3d': { named: ['work-account'], barred: [], meant: ['account', 'origin'] },
  '4b': {
    named: ['office', 'windows-10', 'esu', 'server', 'printer', 'wifi', 'elsewhere'],
    barred: [...personal, ...organization, ...used, 'U3'],
    meant: ['subject'],
  },
  '5b': { named: [], barred: [], meant: [] },
} as const satisfies Record<string, Rule>;

/** A row: what a case is a case of, one of table S1 or a list. */
export type Row = keyof typeof situationRows | ListId;
/** All rows. */
export const rows: readonly Row[] = [...(Object.keys(situationRows) as (keyof typeof situationRows)[]), ...listIds];

/** The lists that must not be given to a person who needs this one. */
const barredBeside: Readonly<Partial<Record<ListId, readonly ListId[]>>> = {
  U1: ['O2', 'O3'],
  U2: ['O2', 'O3'],
  O1: ['P3', 'U2'],
  O2: ['P2', 'P3', 'U2'],
  O3: ['P2', 'P3', 'U2'],
};
const meantAtLists = ['origin', 'network', 'key', 'vpn', 'place', 'data', 'reinstall'] as const;

/** Returns true if a row is a list. */
export const isListRow = (row: Row): row is ListId => listIds.some((id) => id === row);

/** Returns the rule of a row. */
export const ruleOf = (row: Row): Rule =>
  isListRow(row) ? { named: [], barred: barredBeside[row] ?? [], meant: meantAtLists } : situationRows[row];
