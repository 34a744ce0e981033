import { SettingsError } from '../config/settings.ts';
import { flushStderr } from '../stderr.ts';

/** Runs a program. An error that the operator can fix is printed without a stack, one line each, any other error with its stack; both end the process with exit code 2. */
export async function orExit(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    const known = error instanceof SettingsError || (error instanceof Error && error.cause !== undefined);
    console.error(known ? error.message : error);
    await flushStderr();
    process.exit(2);
  }
}
