import { causeOf } from '../../flows/cause.ts';
import type { Recipient } from '../../flows/events.ts';
import type { Facts } from '../../flows/facts.ts';
import type { TextKey } from '../i18n.ts';

/** A line of a letter that is a label and its value. */
export type Line = Extract<TextKey, `handover:lines.${string}`> extends `handover:lines.${infer Id}` ? Id : never;
/** A field that the form may ask the person for. */
export type Detail =
  Extract<TextKey, `handover:fields.${string}`> extends `handover:fields.${infer Id}.${string}` ? Id : never;
/** A slot whose facts a letter tells in a sentence. */
export type Told =
  Extract<TextKey, `handover:told.${string}`> extends `handover:told.${infer Slot}.${string}` ? Slot : never;
/** A question that a letter asks besides its usual one. */
export type Ask = Extract<TextKey, `handover:asks.${string}`> extends `handover:asks.${infer Id}` ? Id : never;

/** The parts of the letter to one recipient, each in its order. */
interface Letter {
  /** Slots that tell in sentences what happened before. */
  readonly told: readonly Told[];
  readonly lines: readonly Line[];
  /** The fields that the form may ask for; each has a line. */
  readonly fields: readonly Detail[];
  /** Questions besides the usual one, where the facts call for them. */
  readonly asks: readonly Ask[];
}

const before = ['license', 'machine', 'account', 'firmware', 'hardware', 'part', 'recent'] as const;
const screen = ['message', 'code', 'edition'] as const;

/** The letters, by their recipient. Only those to the bank and the police tell of a scam. */
export const letters: Readonly<Record<Recipient, Letter>> = {
  'it-admin': {
    told: ['reader', 'employment', 'ownership', ...before, 'malware', 'place', 'vpn'],
    lines: ['urgency', ...screen, 'recent', 'screenshot', 'kms', 'hosts'],
    fields: ['message', 'edition', 'recent', 'screenshot', 'urgency'],
    asks: ['subscription', 'return'],
  },
  microsoft: {
    told: ['reader', 'origin', 'employment', 'ownership', 'sale', 'seller', ...before, 'network', 'clock', 'key'],
    lines: [...screen, 'purchase', 'proof', 'hardwareDate', 'account', 'recent'],
    fields: ['message', 'edition', 'purchase', 'proof', 'hardwareDate', 'account', 'recent'],
    asks: ['hardware', 'moving', 'old-key', 'edition'],
  },
  seller: {
    told: ['reader', 'sale', ...before],
    lines: ['order', 'listing', ...screen, 'recent'],
    fields: ['order', 'listing', 'message', 'edition', 'recent'],
    asks: [],
  },
  maker: {
    told: ['reader', 'origin', 'ownership', ...before, 'clock'],
    lines: ['model', 'hardwareDate', ...screen, 'purchase', 'proof', 'recent'],
    fields: ['model', 'hardwareDate', 'message', 'purchase', 'recent'],
    asks: ['edition'],
  },
  specialist: {
    told: ['reader', 'recent', 'malware'],
    lines: ['model', 'driveType', 'drive', 'signs', 'since', 'recent', 'lastOperation', 'data', 'wanted', 'bitlocker'],
    fields: ['model', 'driveType', 'signs', 'since', 'lastOperation', 'wanted', 'bitlocker'],
    asks: [],
  },
  repairer: {
    told: ['reader', 'origin', ...before, 'malware', 'clock', 'key'],
    lines: ['repair', 'model', ...screen, 'recent'],
    fields: ['recent', 'repair', 'model', 'message', 'edition'],
    asks: ['hardware'],
  },
  employer: {
    told: ['reader', 'employment', 'ownership', 'sale', ...before],
    lines: ['model', ...screen, 'recent'],
    fields: ['recent', 'model', 'message', 'edition'],
    asks: [],
  },
  bank: {
    told: ['reader', 'scam'],
    lines: ['incident', 'date', 'payment'],
    fields: ['incident', 'date', 'payment'],
    asks: [],
  },
  police: {
    told: ['reader', 'scam', 'malware'],
    lines: ['incident', 'date', 'payment'],
    fields: ['incident', 'date', 'payment'],
    asks: [],
  },
  administrator: {
    told: [...before, 'malware', 'place', 'vpn'],
    lines: [...screen, 'recent'],
    fields: ['message', 'edition', 'recent'],
    asks: [],
  },
};

/** The questions that a letter may ask besides its usual one, each with the facts that call for it. */
export const asks: Readonly<Record<Ask, (facts: Facts) => boolean>> = {
  subscription: ({ license }) => license === 'subscription',
  return: ({ ownership }) => ownership === 'borrowed',
  hardware: ({ hardware, firmware }) => hardware === 'changed' || firmware === 'changed',
  moving: ({ license }) => license === 'moving',
  'old-key': ({ license }) => license === 'old-key',
  edition: (facts) => causeOf(facts) === 'edition',
};
