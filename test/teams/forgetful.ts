import type { Vault } from '../../src/bot/storage.ts';

/** A vault that forgets when the process ends, for tests that look at nothing it keeps. */
export function forgetful(): Vault {
  const kept = new Map<string, string>();
  return {
    get: async (key) => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
    delete: async (key) => void kept.delete(key),
    replace: async (key, before, value) => {
      if (kept.get(key) === before) kept.set(key, value);
    },
    keys: async (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
    claim: async () => [],
  };
}
