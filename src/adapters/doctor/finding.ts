import { describeError } from '../../bot/lib/describe-error.ts';

/** A finding of a check, for the operator: something does not work until it is mended (`wrong`), something works but is hardly meant so (`warning`), or somebody could not be asked now (`away`). `what`: one line with its remedy, without secrets. */
export interface Finding {
  readonly state: 'wrong' | 'warning' | 'away';
  readonly what: string;
}

/** A check of one part of the program and of whoever it depends on; it changes nothing. */
export type Check = () => Promise<readonly Finding[]>;

/** A part of the program that is checked, by its name for operators. */
export interface CheckedPart {
  readonly name: string;
  readonly check: Check;
  /** Returns the fault that the part itself watches and logs, so that it is not logged twice; undefined if there is none. */
  trouble(): string | undefined;
}

/** Returns a finding as the list of a check. */
export const found = (state: Finding['state'], what: string): readonly Finding[] => [{ state, what }];

/** Milliseconds that one question to somebody else may take. */
const patience = 5_000;

/** Asks somebody (`whom`, the subject of a sentence). Never rejects: a failure, or no answer within 5 s, is a finding. */
export async function inTime(whom: string, ask: Check, limit = patience): Promise<readonly Finding[]> {
  const late = Promise.withResolvers<readonly Finding[]>();
  const timer = setTimeout(
    () => late.resolve(found('away', `${whom} did not answer within ${limit / 1_000} s`)),
    limit,
  );
  const answer = ask().catch((error: unknown) => found('away', `${whom} could not be asked (${describeError(error)})`));
  return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer));
}
