import type { Facts } from './facts.ts';

/**
 * The effect of a list: on the PC, or on how the conversation goes on. The rules go by effects, never by names, so that a
 * new list needs nothing but its entry here, its words, and a place in the agenda or in the catalogue of codes.
 *
 * - `lowers-protection`: pauses the antivirus or the firewall, which must be put back afterwards.
 * - `enters-key`: enters a product key. Never on an organisation's PC.
 * - `buys-key`: buys a licence. Never on an organisation's PC; afterwards the seller of the PC has no part in it.
 * - `protects-data`: copies what matters. Comes before every other list while data is at risk.
 * - `makes-call`: telephones somebody. Not given to a person whom a stranger led to call.
 * - `takes-time`: sends the person off for a while, so a follow-up asks later how it went.
 * - `joins-network`: connects to the organisation's network. Of no use where the licence comes by subscription.
 * - `writes-message`: writes to the person in charge. The composed message finishes it, and does not name it as tried.
 */
export type Effect =
  | 'lowers-protection'
  | 'enters-key'
  | 'buys-key'
  | 'protects-data'
  | 'makes-call'
  | 'takes-time'
  | 'joins-network'
  | 'writes-message';

/** The end of a list: it asks whether the message is gone, whether the copies open, or nothing where the screen was only looked at. */
export type Ending = 'solved' | 'seen' | 'saved';

/** A list of steps. */
export interface List {
  /** The branch that it is for. */
  readonly branch: 'personal' | 'organization' | 'used';
  /** The number of its steps. */
  readonly steps: number;
  readonly ending: Ending;
  readonly effects: readonly Effect[];
  /** The facts that a person can only tell who has seen what its steps show: all of one of these. It is then not given again. */
  readonly seenBy: readonly Facts[];
  /** Keys of `notes.json` → `hints`, in the order they are shown; each holds in some situations only (`hints.ts`). */
  readonly hints: readonly string[];
  /** Keys of `notes.json` → `cautions`, in the order they are shown, with the step (1-based) that each belongs to; 0: the whole list. */
  readonly cautions: Readonly<Record<string, number>>;
  /** Keys of `notes.json` → `dated`, where the world has moved on, with the step (1-based) that each belongs to; each can be dropped on its own. */
  readonly dated: Readonly<Record<string, number>>;
}

/** The lists: the ten of the article. Their words are in `locales/<language>/lists.json` under the same ids. */
export const lists = {
  P1: {
    branch: 'personal',
    steps: 6,
    ending: 'solved',
    effects: [],
    seenBy: [{ network: 'ok', clock: 'right' }],
    hints: ['network-down', 'clock-first', 'unknown-origin'],
    cautions: { 'no-hammering': 6 },
    dated: { 'time-zone-label': 5 },
  },
  P2: {
    branch: 'personal',
    steps: 4,
    ending: 'solved',
    effects: ['lowers-protection'],
    seenBy: [],
    hints: [],
    cautions: { 'pause-not-off': 1, 'protection-back-on': 3 },
    dated: { 'firewall-on': 2, 'allow-hosts': 4 },
  },
  P3: {
    branch: 'personal',
    steps: 5,
    ending: 'solved',
    effects: ['enters-key'],
    seenBy: [],
    hints: ['hardware-first', 'no-key', 'troubleshooter-edition', 'already-running'],
    cautions: { 'no-hammering': 3, 'no-cheap-keys': 2 },
    dated: { 'key-hyphens': 2, 'hardware-flow': 3 },
  },
  P4: {
    branch: 'personal',
    steps: 5,
    ending: 'solved',
    effects: ['enters-key', 'makes-call'],
    seenBy: [],
    hints: [],
    cautions: { 'keep-ids-private': 3, 'only-microsoft-page': 2 },
    dated: { 'slui-4': 1, 'phone-is-web': 2 },
  },
  O1: {
    branch: 'organization',
    steps: 3,
    ending: 'seen',
    effects: [],
    seenBy: [{ message: 'org-server' }, { message: 'org-service' }],
    hints: ['check-only'],
    cautions: { 'no-own-key': 0, 'home-line-useless': 2 },
    dated: {},
  },
  O2: {
    branch: 'organization',
    steps: 4,
    ending: 'solved',
    effects: ['takes-time', 'joins-network'],
    seenBy: [],
    hints: ['vpn-is-on'],
    cautions: { 'home-line-useless': 1, 'no-own-key': 4 },
    dated: { 'vpn-may-block': 1, 'kms-180-days': 3 },
  },
  O3: {
    branch: 'organization',
    steps: 3,
    ending: 'seen',
    effects: ['writes-message'],
    seenBy: [],
    hints: ['leaver-admin'],
    cautions: { 'no-own-settings': 3, 'no-own-key': 3 },
    dated: {},
  },
  U1: {
    branch: 'used',
    steps: 3,
    ending: 'seen',
    effects: [],
    seenBy: [],
    hints: ['unknown-origin', 'leaver-seller', 'digital-license-shown'],
    cautions: { 'org-license-not-yours': 1 },
    dated: { 'maker-license-may-live': 3 },
  },
  U2: {
    branch: 'used',
    steps: 3,
    ending: 'solved',
    effects: ['buys-key', 'enters-key'],
    seenBy: [],
    hints: [],
    cautions: { 'no-cheap-keys': 1 },
    dated: { 'ask-before-buying': 1 },
  },
  U3: {
    branch: 'used',
    steps: 3,
    ending: 'saved',
    effects: ['protects-data'],
    seenBy: [],
    hints: ['ask-before-reset', 'organization-data'],
    cautions: { 'reinstall-loses-files': 1, 'unplug-backup': 3 },
    dated: {},
  },
} as const satisfies Record<string, List>;

/** The name of a list: P personal, O organisation, U used or unknown licence. */
export type ListId = keyof typeof lists;
/** The names of all lists. */
export const listIds = Object.keys(lists) as ListId[];
/** Returns a list by its name, seen as the general shape. */
export const list = (id: ListId): List => lists[id];
/** Returns true where a list has this effect. */
export const has = (id: ListId, effect: Effect): boolean => list(id).effects.includes(effect);
/** Returns the lists that have this effect. */
export const listsThat = (effect: Effect): readonly ListId[] => listIds.filter((id) => has(id, effect));
