import type { Recipient, Topic } from './events.ts';
import { type Facts, forget } from './facts.ts';
import { type Effect, has, type ListId } from './lists.ts';
import type { QuestionId } from './questions.ts';

/** The end of an advice: `goes-on` leads to what is left of the case; `ends` ends the talk kindly, since the case is not one of activation; `works` ends it as resolved. */
export type AdviceEnd = 'goes-on' | 'ends' | 'works';

/** A situation beside the ten lists: it is named at once, with one calm advice, and decides which lists may follow. */
export interface Situation {
  /** The facts that show it: all of one of these. An error code counts if it is among those that were told. */
  readonly evidence: readonly Facts[];
  /** The facts with which it is another situation: all of one of these. */
  readonly unless: readonly Facts[];
  /** Comes at once, also while a letter is being prepared, and before protection is put back. */
  readonly urgent: boolean;
  /** What comes before its advice, where it is left to ask or to give. */
  readonly first: readonly (QuestionId | ListId)[];
  /** The effects of the lists that are not given while it stands; `all`: no list is. */
  readonly bars: readonly Effect[] | 'all';
  /** What follows on a PC of one's own instead of the usual; empty: the usual. */
  readonly way: readonly (QuestionId | ListId)[];
  readonly end: AdviceEnd;
  /** The recipient of the case; undefined: the one of its branch. */
  readonly exit: Recipient | undefined;
  /** The questions in passing that its advice answers. */
  readonly answers: readonly Topic[];
}

const plain = {
  unless: [],
  urgent: false,
  first: [],
  bars: [],
  way: [],
  end: 'goes-on',
  exit: undefined,
  answers: [],
} as const;
const scam = {
  ...plain,
  urgent: true,
  bars: ['lowers-protection', 'makes-call'],
  answers: ['scam', 'virus', 'malware'],
} as const;
const malware = {
  ...plain,
  urgent: true,
  bars: ['lowers-protection'],
  exit: 'microsoft',
  answers: ['malware', 'virus'],
} as const;
const subject = { ...plain, bars: 'all', end: 'ends', exit: 'microsoft', answers: ['problem'] } as const;
const licence = { ...plain, first: ['origin'], exit: 'microsoft' } as const;

/**
 * The situations, in the order in which they are named where several stand: a scam, malware, another subject, who reads,
 * then the licence and the PC. A drive that fails and lost data come before them all (`rescueOf`). Their words are in
 * `locales/<language>/situations.json` under the same ids.
 */
export const situations = {
  'scam-paid': { ...scam, evidence: [{ scam: 'paid' }], exit: 'bank' },
  'scam-installed': { ...scam, evidence: [{ scam: 'installed' }] },
  'scam-told': { ...scam, evidence: [{ scam: 'told' }] },
  'malware-found': { ...malware, evidence: [{ malware: 'found' }] },
  activator: {
    ...malware,
    evidence: [{ malware: 'activator' }],
    way: ['data', 'U1', 'U2'],
    answers: [...malware.answers, 'activator-cause'],
  },
  bitlocker: {
    ...subject,
    evidence: [{ subject: 'bitlocker' }],
    exit: undefined,
    answers: [...subject.answers, 'recovery-key'],
  },
  office: { ...subject, evidence: [{ subject: 'office' }], answers: [...subject.answers, 'office-apart'] },
  'windows-10': {
    ...subject,
    evidence: [{ subject: 'windows-10' }],
    answers: [...subject.answers, 'windows-10-end'],
  },
  esu: { ...subject, evidence: [{ subject: 'esu' }] },
  server: { ...subject, evidence: [{ subject: 'server' }] },
  printer: { ...subject, evidence: [{ subject: 'printer' }] },
  wifi: { ...subject, evidence: [{ subject: 'wifi' }] },
  elsewhere: { ...subject, evidence: [{ subject: 'other' }] },
  administrator: {
    ...plain,
    evidence: [{ reader: 'administrator' }],
    unless: [{ origin: 'personal' }],
    bars: ['writes-message'],
    exit: 'administrator',
    answers: ['it-desk', 'told-desk', 'desk-away', 'admin-checks'],
  },
  'no-it': {
    ...plain,
    evidence: [{ reader: 'no-it' }],
    unless: [{ origin: 'personal' }],
    bars: ['writes-message'],
    exit: 'microsoft',
    answers: ['it-desk', 'desk-away', 'no-it-desk'],
  },
  subscription: {
    ...plain,
    evidence: [
      { license: 'subscription', origin: 'organization' },
      { errorCodes: ['0xC004F034'], origin: 'organization' },
      { errorCodes: ['0xD0000272'], origin: 'organization' },
      { errorCodes: ['0x87E10C0A'], origin: 'organization' },
    ],
    first: ['screen', 'O1'],
    bars: ['joins-network'],
    answers: ['vpn-connect', 'subscription', 'subscription-days'],
  },
  'no-license': {
    ...licence,
    evidence: [
      { license: 'none', origin: 'personal' },
      { license: 'none', origin: 'used' },
    ],
    way: ['U2'],
    answers: ['buy-where'],
  },
  'old-key': {
    ...licence,
    evidence: [{ license: 'old-key', origin: 'personal' }],
    way: ['data', 'P3', 'U2'],
    answers: ['old-key'],
  },
  virtual: {
    ...licence,
    evidence: [{ machine: 'virtual' }],
    way: ['screen', 'data', 'P3', 'U2'],
    answers: ['virtual-license'],
  },
  moving: {
    ...licence,
    evidence: [{ license: 'moving', origin: 'personal' }],
    way: ['data', 'P3', 'P4'],
    answers: ['move-license'],
  },
  'work-account': {
    ...plain,
    evidence: [
      { account: 'work', origin: 'personal' },
      { account: 'work', origin: 'used' },
    ],
    answers: ['work-account'],
  },
  battery: { ...plain, evidence: [{ firmware: 'battery' }], first: ['origin'], answers: ['clock-cause'] },
  firmware: {
    ...plain,
    evidence: [{ firmware: 'changed', origin: 'personal' }],
    way: ['screen', 'data', 'P3'],
    exit: 'maker',
    answers: ['firmware-cause'],
  },
  edition: {
    ...licence,
    evidence: [
      { recent: 'edition', origin: 'personal' },
      { recent: 'edition', origin: 'used' },
      { errorCodes: ['0xC004F210'], origin: 'personal' },
      { errorCodes: ['0xC004F212'], origin: 'personal' },
      { errorCodes: ['0xC004E01D'], origin: 'personal' },
    ],
    way: ['screen', 'data', 'P3'],
    answers: ['home-to-pro'],
  },
  'in-the-way': {
    ...licence,
    evidence: [
      { network: 'blocked', origin: 'personal' },
      { network: 'blocked', origin: 'used' },
    ],
    answers: ['proxy-hosts'],
  },
  blocked: { ...licence, evidence: [{ errorCodes: ['0x800704CF'], origin: 'personal' }], first: ['data', 'P1'] },
  licensed: {
    ...licence,
    evidence: [
      { message: 'digital-license', origin: 'personal' },
      { message: 'activated', origin: 'personal' },
    ],
    unless: [{ hardware: 'changed' }, { firmware: 'changed' }],
    end: 'works',
    answers: ['digital-license', 'remove-watermark', 'check-activated'],
  },
  lapsed: {
    ...plain,
    evidence: [{ recent: 'update', origin: 'used' }],
    unless: [{ hardware: 'changed' }],
    answers: ['causes', 'update-cause'],
  },
} as const satisfies Record<string, Situation>;

/** The name of a situation. */
export type SituationId = keyof typeof situations;
/** The names of all situations, in their order. */
export const situationIds = Object.keys(situations) as SituationId[];
/** Returns a situation by its name, seen as the general shape. */
export const situation = (id: SituationId): Situation => situations[id];
/** Returns true for the name of a situation. */
export const isSituation = (name: string): name is SituationId => situationIds.some((id) => id === name);

/** Returns true where all of some facts hold; an error code holds if it is among those that were told. */
export const holds = (facts: Facts, all: Facts): boolean =>
  Object.entries(all).every(([slot, value]) =>
    slot === 'errorCodes'
      ? all.errorCodes?.every((code) => facts.errorCodes?.includes(code))
      : facts[slot as keyof Facts] === value,
  );
const stands = (id: SituationId, facts: Facts): boolean =>
  situation(id).evidence.some((all) => holds(facts, all)) && !situation(id).unless.some((all) => holds(facts, all));

/** The cache of what facts show: the agenda asks it for every list. */
const shown = new WeakMap<Facts, readonly SituationId[]>();
/** Returns the situations that the facts show, first things first. */
export function situationsIn(facts: Facts): readonly SituationId[] {
  const ids = shown.get(facts) ?? situationIds.filter((id) => stands(id, facts));
  shown.set(facts, ids);
  return ids;
}

/** Returns true where a list may do harm, or is of no use, in a situation that the facts show. */
export const isBarred = (id: ListId, facts: Facts): boolean =>
  situationsIn(facts).some((one) => {
    const { bars } = situation(one);
    return bars === 'all' || bars.some((effect) => has(id, effect));
  });

/** Returns the facts without those that show a situation: it was something else. Whose the PC is stays. */
export const takenBack = (id: SituationId, facts: Facts): Facts =>
  forget(
    facts,
    situation(id)
      .evidence.flatMap((all) => Object.keys(all) as (keyof Facts)[])
      .filter((slot) => slot !== 'origin'),
  );
