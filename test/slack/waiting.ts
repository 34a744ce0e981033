import type { Vault } from '../../src/bot/storage.ts';

/** The conversations that are to be begun yet, as the vault keeps them. */
export const waiting = async (vault: Vault): Promise<readonly string[]> =>
  (await vault.claim('slack-start:', -60_000)).map(({ value }) => value);
