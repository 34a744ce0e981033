/** All slots, each with the values that it may hold: everything that may be known about a PC. */
export const slots = {
  origin: ['personal', 'organization', 'used'],
  provenance: ['employer', 'retail', 'private'],
  employment: ['left'],
  ownership: ['borrowed', 'given'],
  message: [
    'cannot-reach',
    'cannot-connect',
    'watermark',
    'org-server',
    'org-service',
    'digital-license',
    'activated',
    'no-key-found',
    'hardware-changed',
    'none',
    'expires-soon',
  ],
  edition: ['home', 'pro', 'enterprise', 'education'],
  place: ['remote', 'office'],
  vpn: ['on', 'off', 'none'],
  network: ['ok', 'down', 'blocked'],
  clock: ['wrong', 'right'],
  recent: ['update', 'reinstall', 'edition', 'none'],
  hardware: ['changed', 'unchanged'],
  part: ['maker-board', 'own-board', 'other'],
  key: ['held', 'none', 'doubtful'],
  sale: ['license', 'key', 'none'],
  seller: ['asked', 'answered', 'unreachable'],
  data: ['risk', 'backed-up', 'none', 'lost'],
  drive: ['failing', 'noisy', 'quiet', 'steady', 'fine'],
  protection: ['off', 'on', 'stuck'],
  reinstall: ['wanted', 'unwanted'],
  reason: ['activation', 'unstable', 'other'],
  scam: ['told', 'installed', 'paid'],
  malware: ['found', 'activator'],
  subject: ['office', 'windows-10', 'esu', 'server', 'bitlocker', 'printer', 'wifi', 'other'],
  machine: ['virtual'],
  license: ['subscription', 'none', 'old-key', 'moving'],
  reader: ['administrator', 'helper', 'no-it', 'novice'],
  firmware: ['changed', 'battery'],
  account: ['work'],
} as const;

/** The name of a slot: one thing that may be known about the PC. */
export type Slot = keyof typeof slots;
/** A value of a slot; `unknown` means that the person was asked and does not know. */
export type Value<S extends Slot> = (typeof slots)[S][number] | 'unknown';

/** The facts that a person told. A slot that is absent was neither asked nor told. Error codes are normalised: `0x` and 8 upper-case hex digits. */
export type Facts = { readonly [S in Slot]?: Value<S> } & { readonly errorCodes?: readonly string[] };

/** The names of all slots, in the order of `slots`. */
export const slotNames = Object.keys(slots) as Slot[];

/** The origin that an answer implies; an answer that a later word about the origin contradicts is dropped. */
export const implied = {
  employer: 'organization',
  retail: 'personal',
  private: 'used',
  borrowed: 'organization',
  given: 'used',
} as const;

/** Returns the state of the drive that outweighs news about its noise alone, or about freezes alone: neither takes back the other signs of failure. */
function standing({ drive }: Facts, told: Facts): Facts {
  const partly = told.drive === 'noisy' || told.drive === 'quiet' || told.drive === 'steady';
  if (drive === 'failing' && partly) return { drive };
  return drive === 'noisy' && told.drive === 'steady' ? { drive } : {};
}

/** Keeps who is asking when they only add that they are not used to computers. */
const asking = ({ reader }: Facts, told: Facts): Facts =>
  reader !== undefined && told.reader === 'novice' ? { reader } : {};

/** Keeps data `lost` when the person says that copies are missing: only data that was found, copied or is not needed is no longer lost. */
const missed = (facts: Facts, told: Facts): Facts =>
  facts.data === 'lost' && told.data === 'risk' ? { data: 'lost' } : {};

const worse: readonly Facts['scam'][] = slots.scam;
/** Returns the gravest that was told of a scam: what was installed or paid is not undone by a milder word. */
export function gravest({ scam }: Facts, told: Facts): Facts {
  const milder = told.scam !== undefined && worse.indexOf(told.scam) < worse.indexOf(scam);
  return scam !== undefined && milder ? { scam } : {};
}

/** Subjects that have messages of their own: whoever then tells a message of Windows speaks of Windows after all. */
const apart: readonly Facts['subject'][] = ['office', 'bitlocker', 'printer', 'wifi', 'other'];
/** Returns true where news of the activation of Windows takes back that it is about something else. */
export const takesBackSubject = ({ subject }: Facts, told: Facts): boolean =>
  told.subject === undefined &&
  told.message !== undefined &&
  told.message !== 'none' &&
  told.message !== 'unknown' &&
  apart.includes(subject);

/** Returns the facts with `told` added: a newer value replaces an older one; error codes add up, newest first. */
export function learn(facts: Facts, told: Facts): Facts {
  const errorCodes = [...new Set([...(told.errorCodes ?? []), ...(facts.errorCodes ?? [])])];
  const stands = ([slot, value]: [string, unknown]) =>
    !(slot === 'provenance' || slot === 'ownership') ||
    told.origin === undefined ||
    !(String(value) in implied) ||
    implied[value as keyof typeof implied] === told.origin;
  const before = takesBackSubject(facts, told) ? forget(facts, ['subject']) : facts;
  const kept: Facts = Object.fromEntries(Object.entries(before).filter(stands));
  return {
    ...kept,
    ...told,
    ...standing(facts, told),
    ...asking(facts, told),
    ...missed(facts, told),
    ...gravest(facts, told),
    ...(errorCodes.length > 0 && { errorCodes }),
  };
}

/** Returns the facts without some of the slots. */
export const forget = (facts: Facts, gone: readonly (keyof Facts)[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([slot]) => !gone.some((name) => name === slot)));
