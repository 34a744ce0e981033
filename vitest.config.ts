import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The long ones first, or a fresh clone, where nothing is known of last time, would end with one core at work alone. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const long = ({ moduleId }: TestSpecification) => /\/(?:flows\/proofs|crash\/|runtime\/program)/.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(long), ...sorted.filter((file) => !long(file))];
  }
}

// Much of a test's time is spent waiting for other processes, so there are three for two cores. The files that one runs share their
// modules: loading the SDKs anew for each took a third of the time. A test that needs a module as it is at the start of
// the program loads it afresh itself.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    isolate: false,
    sequence: { sequencer: LongFirst },
  },
});
