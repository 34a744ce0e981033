import { defineConfig } from 'vitest/config';

// Much of a test's time is spent waiting for other processes, so each core has one.
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, maxWorkers: '100%' } });
