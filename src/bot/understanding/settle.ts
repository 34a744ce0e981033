import type { Facts, Slot } from '../../flows/facts.ts';
import type { Clause } from './clause.ts';
import { re } from './pattern.ts';

/** What one clause tells of one slot, and whether that is certain. */
export interface Telling {
  readonly slot: Slot;
  readonly value: string;
  readonly clause: Clause;
  readonly sure: boolean;
}

/** Slots where the graver of two values stands, whatever the order; the gravest first. */
const graver: Partial<Record<Slot, readonly string[]>> = {
  hardware: ['changed'],
  data: ['risk'],
  drive: ['failing', 'noisy'],
  reinstall: ['wanted'],
};
/** Takes back what was said before. */
export const correcting = re`
  間違|まちが|やっぱ|実は|じつは|訂正|正しくは|すみません|すいません|ごめん|じゃなく|ではなく|勘違い
  |[、。!]いや(?:いや)?(?![だでなにすさのがりも])|[、。!](?:いや|いえ|あ)?、?(?:違|ちが)(?:った|いました)(?!ら)
  |\bactually\b|\bsorry\b|\bwrong\b|\bmistake\b|\bcorrection\b|\bi meant\b|\brather\b`;

/** The facts of one message: what was said last counts, but two origins cancel out unless one corrects the other. */
export function settle(tellings: readonly Telling[], folded: string): Facts {
  const values = Map.groupBy(tellings, ({ slot }) => slot);
  // What need not be returned is no longer the organization's.
  const kept = values.get('ownership')?.at(-1)?.value === 'given' ? 'used' : undefined;
  const facts: Partial<Record<Slot, string>> = {};
  for (const [slot, all] of values) {
    // What is gone counts for more than copies that are missing.
    const told = all.some(({ value }) => value === 'lost') ? all.filter(({ value }) => value !== 'risk') : all;
    const [first, last] = [told[0], told.at(-1)];
    const corrected = first?.clause !== last?.clause && correcting.shape.test(folded);
    const agreed = corrected || told.every(({ value }) => value === first?.value);
    const grave = graver[slot]?.find((one) => told.some(({ value }) => value === one));
    const heard = agreed ? last?.value : (grave ?? (slot === 'origin' ? kept : last?.value));
    const value = isAllWell(told) ? 'fine' : heard;
    if (value !== undefined) facts[slot] = value;
  }
  return facts as Facts;
}

/** Neither a noise nor a freeze: each was denied, and nothing else was said of the drive. */
const isAllWell = (told: readonly Telling[]): boolean =>
  ['quiet', 'steady'].every((one) => told.some(({ value }) => value === one)) &&
  told.every(({ value }) => value === 'quiet' || value === 'steady');
