/** What following a list does to a PC. Safety rules speak of effects, never of names. */
export type Effect = 'lowers-protection' | 'enters-key' | 'buys-key' | 'protects-data';

/** How a list ends: by asking whether the message is gone, by what was seen on the screen, or by asking whether the copies open. */
export type Ending = 'solved' | 'seen' | 'saved';

/** A list of steps: how many it has, what it does, the cautions it carries, and the dated notes (by step) where the world has moved on. */
export interface List {
  readonly branch: 'personal' | 'organization' | 'used';
  readonly steps: number;
  readonly ending: Ending;
  readonly effects: readonly Effect[];
  /** Keys of `notes.json` → `cautions`, in the order they are shown. */
  readonly cautions: readonly string[];
  /** Keys of `notes.json` → `dated`, with the step (1-based) that each belongs to; each can be dropped on its own. */
  readonly dated: Readonly<Record<string, number>>;
}

/** The ten lists of the article. Their words are in `locales/<language>/lists.json` under the same ids. */
export const lists = {
  P1: {
    branch: 'personal',
    steps: 6,
    ending: 'solved',
    effects: [],
    cautions: ['no-hammering'],
    dated: { 'time-zone-label': 5, 'activate-now': 6 },
  },
  P2: {
    branch: 'personal',
    steps: 4,
    ending: 'solved',
    effects: ['lowers-protection'],
    cautions: ['pause-not-off', 'protection-back-on'],
    dated: { 'firewall-on': 2, 'activate-now': 3 },
  },
  P3: {
    branch: 'personal',
    steps: 5,
    ending: 'solved',
    effects: ['enters-key'],
    cautions: ['no-hammering', 'no-cheap-keys'],
    dated: { 'menu-path': 1, 'key-hyphens': 2, 'hardware-flow': 3 },
  },
  P4: {
    branch: 'personal',
    steps: 5,
    ending: 'solved',
    effects: ['enters-key'],
    cautions: ['keep-ids-private'],
    dated: { 'phone-is-web': 2 },
  },
  O1: {
    branch: 'organization',
    steps: 3,
    ending: 'seen',
    effects: [],
    cautions: ['no-own-key', 'home-line-useless'],
    dated: { 'pro-is-weak': 3 },
  },
  O2: {
    branch: 'organization',
    steps: 4,
    ending: 'solved',
    effects: [],
    cautions: ['home-line-useless', 'no-own-key'],
    dated: { 'vpn-may-block': 1, 'activate-now': 3, 'kms-180-days': 3 },
  },
  O3: {
    branch: 'organization',
    steps: 3,
    ending: 'seen',
    effects: [],
    cautions: ['no-own-settings', 'no-own-key'],
    dated: {},
  },
  U1: {
    branch: 'used',
    steps: 3,
    ending: 'seen',
    effects: [],
    cautions: ['org-license-not-yours'],
    dated: { 'maker-license-may-live': 3 },
  },
  U2: {
    branch: 'used',
    steps: 3,
    ending: 'solved',
    effects: ['buys-key', 'enters-key'],
    cautions: ['no-cheap-keys'],
    dated: { 'ask-before-buying': 1 },
  },
  U3: {
    branch: 'used',
    steps: 3,
    ending: 'saved',
    effects: ['protects-data'],
    cautions: ['reinstall-loses-files', 'unplug-backup'],
    dated: {},
  },
} as const satisfies Record<string, List>;

/** The name of a list: P personal, O organisation, U used or unknown licence. */
export type ListId = keyof typeof lists;
/** The names of all lists. */
export const listIds = Object.keys(lists) as ListId[];
/** A list by its name, seen as the general shape. */
export const list = (id: ListId): List => lists[id];
/** Whether following a list does this to a PC. */
export const has = (id: ListId, effect: Effect): boolean => list(id).effects.includes(effect);
