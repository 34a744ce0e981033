import { defineConfig } from 'vitest/config';

// Much of a test's time is spent waiting for other processes, so each core has one. The files that one runs share their
// modules: loading the SDKs anew for each took a third of the time. A test that needs a module as it is at the start of
// the program loads it afresh itself.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, maxWorkers: '100%', isolate: false },
});
