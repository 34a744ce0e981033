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
  /** Keys of `notes.json` → `hints`, in the order they are shown; each holds in some situations only (`hints.ts`). */
  readonly hints: readonly string[];
  /** Keys of `notes.json` → `cautions`, in the order they are shown. */
  readonly cautions: readonly string[];
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
    hints: ['network-down', 'clock-first', 'unknown-origin'],
    cautions: ['no-hammering'],
    dated: { 'time-zone-label': 5 },
  },
  P2: {
    branch: 'personal',
    steps: 4,
    ending: 'solved',
    effects: ['lowers-protection'],
    hints: [],
    cautions: ['pause-not-off', 'protection-back-on'],
    dated: { 'firewall-on': 2, 'allow-hosts': 4 },
  },
  P3: {
    branch: 'personal',
    steps: 5,
    ending: 'solved',
    effects: ['enters-key'],
    hints: ['hardware-first', 'no-key', 'troubleshooter-edition', 'already-running'],
    cautions: ['no-hammering', 'no-cheap-keys'],
    dated: { 'key-hyphens': 2, 'hardware-flow': 3 },
  },
  P4: {
    branch: 'personal',
    steps: 5,
    ending: 'solved',
    effects: ['enters-key', 'makes-call'],
    hints: [],
    cautions: ['keep-ids-private', 'only-microsoft-page'],
    dated: { 'slui-4': 1, 'phone-is-web': 2 },
  },
  O1: {
    branch: 'organization',
    steps: 3,
    ending: 'seen',
    effects: [],
    hints: ['check-only'],
    cautions: ['no-own-key', 'home-line-useless'],
    dated: {},
  },
  O2: {
    branch: 'organization',
    steps: 4,
    ending: 'solved',
    effects: ['takes-time', 'joins-network'],
    hints: ['vpn-is-on'],
    cautions: ['home-line-useless', 'no-own-key'],
    dated: { 'vpn-may-block': 1, 'kms-180-days': 3 },
  },
  O3: {
    branch: 'organization',
    steps: 3,
    ending: 'seen',
    effects: ['writes-message'],
    hints: ['leaver-admin'],
    cautions: ['no-own-settings', 'no-own-key'],
    dated: {},
  },
  U1: {
    branch: 'used',
    steps: 3,
    ending: 'seen',
    effects: [],
    hints: ['unknown-origin', 'leaver-seller', 'digital-license-shown'],
    cautions: ['org-license-not-yours'],
    dated: { 'maker-license-may-live': 3 },
  },
  U2: {
    branch: 'used',
    steps: 3,
    ending: 'solved',
    effects: ['buys-key', 'enters-key'],
    hints: [],
    cautions: ['no-cheap-keys'],
    dated: { 'ask-before-buying': 1 },
  },
  U3: {
    branch: 'used',
    steps: 3,
    ending: 'saved',
    effects: ['protects-data'],
    hints: ['ask-before-reset', 'organization-data'],
    cautions: ['reinstall-loses-files', 'unplug-backup'],
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
