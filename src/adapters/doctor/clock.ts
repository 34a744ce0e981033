import { type Finding, found } from './finding.ts';

/** Milliseconds that a clock may be off: a Date header has whole seconds, and its way takes some. */
const tolerance = 30_000;
/** Milliseconds from which deliveries may be refused: Slack's and Microsoft's signatures hold for five minutes. */
const unusable = 4 * 60_000;

/** Compares this machine's clock with the time that somebody else tells, both in epoch milliseconds. */
export function clockFindings(whose: string, theirs: number, ours = Date.now()): readonly Finding[] {
  const off = ours - theirs;
  if (!Number.isFinite(off) || Math.abs(off) <= tolerance) return [];
  const seconds = Math.round(Math.abs(off) / 1_000);
  const state = Math.abs(off) >= unusable ? 'wrong' : 'warning';
  return found(
    state,
    `the clock of this machine is ${seconds} s ${off > 0 ? 'ahead of' : 'behind'} ${whose}; set it right (NTP), or signatures are refused`,
  );
}
