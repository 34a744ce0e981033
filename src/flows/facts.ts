/** What may be known about one PC: each slot with the values it may hold. */
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
  ],
  edition: ['home', 'pro', 'enterprise', 'education'],
  place: ['remote', 'office'],
  vpn: ['on', 'off', 'none'],
  network: ['ok', 'down'],
  clock: ['wrong', 'right'],
  recent: ['update', 'reinstall', 'none'],
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
} as const;

/** A slot: one thing that may be known about the PC. */
export type Slot = keyof typeof slots;
/** A value of a slot; `unknown` means that the person was asked and does not know. */
export type Value<S extends Slot> = (typeof slots)[S][number] | 'unknown';

/** What a person told us. A slot that is absent was neither asked nor told. Error codes are normalised: `0x` and 8 upper-case hex digits. */
export type Facts = { readonly [S in Slot]?: Value<S> } & { readonly errorCodes?: readonly string[] };

/** The slots as a list, in the order of `slots`. */
export const slotNames = Object.keys(slots) as Slot[];

/** The origin that an answer implies; an answer that a later word about the origin contradicts is dropped. */
const implied = {
  employer: 'organization',
  retail: 'personal',
  private: 'used',
  borrowed: 'organization',
  given: 'used',
};

/** What is said of the noise alone, or of freezes alone, says nothing of the other signs that a drive is failing. */
function standing({ drive }: Facts, told: Facts): Facts {
  const partly = told.drive === 'noisy' || told.drive === 'quiet' || told.drive === 'steady';
  if (drive === 'failing' && partly) return { drive };
  return drive === 'noisy' && told.drive === 'steady' ? { drive } : {};
}

/** That there are no copies, or that some are missing, brings back nothing that is gone: only that it was found, copied or is of no importance does. */
const missed = (facts: Facts, told: Facts): Facts =>
  facts.data === 'lost' && told.data === 'risk' ? { data: 'lost' } : {};

/** What is known once `told` is added to `facts`: a newer value replaces an older one, error codes add up, newest first. */
export function learn(facts: Facts, told: Facts): Facts {
  const errorCodes = [...new Set([...(told.errorCodes ?? []), ...(facts.errorCodes ?? [])])];
  const stands = ([slot, value]: [string, unknown]) =>
    !(slot === 'provenance' || slot === 'ownership') ||
    told.origin === undefined ||
    !(String(value) in implied) ||
    implied[value as keyof typeof implied] === told.origin;
  const kept: Facts = Object.fromEntries(Object.entries(facts).filter(stands));
  return {
    ...kept,
    ...told,
    ...standing(facts, told),
    ...missed(facts, told),
    ...(errorCodes.length > 0 && { errorCodes }),
  };
}

/** The same facts without some of them. */
export const forget = (facts: Facts, gone: readonly (keyof Facts)[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([slot]) => !gone.some((name) => name === slot)));
