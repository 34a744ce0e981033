import type { Facts, Slot } from './facts.ts';

/** A question: its slots (it is answered as soon as one of them is known), and the facts that each of its buttons tells. */
export interface Question {
  readonly slots: readonly (Slot | 'errorCodes')[];
  readonly options: Readonly<Record<string, Facts>>;
  /** The facts that "I don't know" tells, so that the question is not asked again. */
  readonly unknown: Facts;
  /** The options that a bare "yes" and a bare "no" stand for, where the wording allows it. */
  readonly yes?: string;
  readonly no?: string;
}

/** All questions that the bot asks. Their words are in `locales/<language>/questions.json` under the same ids. */
export const questions = {
  origin: {
    slots: ['origin'],
    options: {
      personal: { origin: 'personal' },
      organization: { origin: 'organization' },
      used: { origin: 'used' },
    },
    unknown: { origin: 'unknown' },
  },
  provenance: {
    slots: ['provenance'],
    options: {
      employer: { origin: 'organization', provenance: 'employer' },
      retail: { origin: 'personal', provenance: 'retail' },
      private: { origin: 'used', provenance: 'private' },
    },
    unknown: { provenance: 'unknown' },
  },
  leaver: {
    slots: ['ownership'],
    options: {
      borrowed: { ownership: 'borrowed', origin: 'organization' },
      given: { ownership: 'given', origin: 'used' },
    },
    unknown: { ownership: 'unknown' },
  },
  screen: {
    slots: ['message', 'errorCodes'],
    options: {
      'cannot-reach': { message: 'cannot-reach' },
      'org-server': { message: 'org-server' },
      watermark: { message: 'watermark' },
      none: { message: 'none' },
    },
    unknown: { message: 'unknown' },
  },
  data: {
    slots: ['data', 'drive'],
    options: {
      'backed-up': { data: 'backed-up' },
      risk: { data: 'risk' },
      failing: { drive: 'failing' },
      none: { data: 'none' },
    },
    unknown: { data: 'unknown' },
    yes: 'backed-up',
    no: 'risk',
  },
  reason: {
    slots: ['reason'],
    options: {
      activation: { reason: 'activation' },
      unstable: { reason: 'unstable' },
      other: { reason: 'other' },
    },
    unknown: { reason: 'unknown' },
  },
  place: {
    slots: ['place'],
    options: { remote: { place: 'remote' }, office: { place: 'office' } },
    unknown: { place: 'unknown' },
  },
  vpn: {
    slots: ['vpn'],
    options: { on: { vpn: 'on' }, off: { vpn: 'off' }, none: { vpn: 'none' } },
    unknown: { vpn: 'unknown' },
    yes: 'on',
    no: 'off',
  },
  hardware: {
    slots: ['hardware'],
    options: {
      changed: { hardware: 'changed' },
      reinstalled: { hardware: 'unchanged', recent: 'reinstall' },
      unchanged: { hardware: 'unchanged' },
    },
    unknown: { hardware: 'unknown' },
    no: 'unchanged',
  },
  part: {
    slots: ['part'],
    options: {
      'maker-board': { part: 'maker-board' },
      'own-board': { part: 'own-board' },
      other: { part: 'other' },
    },
    unknown: { part: 'unknown' },
  },
  key: {
    slots: ['key'],
    options: { held: { key: 'held' }, doubtful: { key: 'doubtful' }, none: { key: 'none' } },
    unknown: { key: 'unknown' },
    yes: 'held',
    no: 'none',
  },
  sale: {
    slots: ['sale'],
    options: { license: { sale: 'license' }, key: { sale: 'key', key: 'held' }, none: { sale: 'none' } },
    unknown: { sale: 'unknown' },
  },
  seller: {
    slots: ['seller'],
    options: {
      asked: { seller: 'asked' },
      answered: { seller: 'answered' },
      unreachable: { seller: 'unreachable' },
    },
    unknown: { seller: 'unknown' },
  },
} as const satisfies Record<string, Question>;

/** The name of a question. */
export type QuestionId = keyof typeof questions;
/** The names of all questions. */
export const questionIds = Object.keys(questions) as QuestionId[];
/** Returns a question by its name, seen as the general shape. */
export const question = (id: QuestionId): Question => questions[id];

/** Returns true where the answer to a question is known, so that it need not be asked. */
export const known = (facts: Facts, id: QuestionId): boolean =>
  question(id).slots.some((slot) => facts[slot] !== undefined);
