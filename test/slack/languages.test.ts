import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chosenLanguages } from '../../src/adapters/languages.ts';
import { oneWorkspace } from '../../src/adapters/slack/install/one-workspace.ts';
import { languagesOf } from '../../src/adapters/slack/people/languages.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { vaultOf } from '../../src/adapters/store/vault.ts';
import type { PersonId } from '../../src/bot/ports.ts';
import type { Store, Vault } from '../../src/bot/storage.ts';
import { localeRule } from '../conformance/locale-rule.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';

const team = 'T0ONE00001';
const user = 'U000000001';
const minute = 60_000;
let slack: FakeSlack;
let vault: Vault;
let store: Store;
beforeEach(async () => {
  slack = await fakeSlack();
  const database = await sqlite(':memory:');
  vault = vaultOf(database);
  store = storeOf(database);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await slack.close();
});
const chosenIn = (own: Vault) => chosenLanguages(own, { present: async () => undefined });
/** One process: what it remembers is its own, the database is everybody's. */
const process = (own: Vault = vault) => languagesOf(oneWorkspace('xoxb-one', slack.url), chosenIn(own), slack.url);
const asked = () => slack.calls.filter(({ method }) => method === 'users.info').length;
const broken = (): Promise<never> => Promise.reject(new Error('away'));
/** The caches look at the clock once a millisecond. */
async function later(milliseconds: number): Promise<void> {
  await sleep(2);
  const now = performance.now() + milliseconds;
  vi.spyOn(performance, 'now').mockReturnValue(now);
}

describe('the language of a person in Slack', () => {
  test.each(localeRule)('the locale %s means %s', async (locale, expected) => {
    slack.locale(locale);
    expect(await process().of(team, user)).toBe(expected);
  });

  test('the locale is read from Slack once a day', async () => {
    const known = process();
    await Promise.all([known.of(team, user), known.of(team, user)]);
    await later(23 * 60 * minute);
    await known.of(team, user);
    expect(asked()).toBe(1);
    await later(2 * 60 * minute);
    await known.of(team, user);
    expect(asked()).toBe(2);
  });

  test('the language is Japanese during an outage of Slack, and the locale is read again a minute later', async () => {
    slack.locale('en-GB');
    const known = process();
    await known.of(team, 'U0OTHER001');
    slack.down(true);
    expect(await known.of(team, user)).toBe('ja');
    slack.down(false);
    await later(2 * minute);
    expect(await known.of(team, user)).toBe('en');
  });
});

describe('the language that a person chose', () => {
  test('the chosen language takes precedence over the locale, which is not read from Slack', async () => {
    const known = process();
    await known.choose(team, user, 'en');
    expect(await known.of(team, user)).toBe('en');
    expect(asked()).toBe(0);
  });

  test('the chosen language applies after a restart', async () => {
    await process().choose(team, user, 'en');
    expect(await process().of(team, user)).toBe('en');
  });

  test('the chosen language applies during an outage of Slack', async () => {
    await process().choose(team, user, 'en');
    slack.down(true);
    expect(await process().of(team, user)).toBe('en');
  });

  test('the chosen language reaches another process, which cached another, within three minutes', async () => {
    const [one, two] = [process(), process()];
    expect(await two.of(team, user)).toBe('ja');
    await one.choose(team, user, 'en');
    await later(3 * minute);
    expect(await two.of(team, user)).toBe('en');
  });

  test('the chosen language is cached and not read from the database for every message', async () => {
    const get = vi.fn(vault.get);
    const known = process({ ...vault, get });
    await Promise.all([known.of(team, user), known.of(team, user)]);
    await known.of(team, user);
    expect(get).toHaveBeenCalledTimes(1);
  });

  test('the chosen language applies to one person in one workspace', async () => {
    const known = process();
    await known.choose(team, user, 'en');
    expect(await known.of(team, 'U0OTHER001')).toBe('ja');
    expect(await known.of('T0TWO00002', user)).toBe('ja');
  });

  test('a choice of language that cannot be stored rejects and does not apply', async () => {
    const known = process({ ...vault, set: broken });
    await expect(known.choose(team, user, 'en')).rejects.toThrow('away');
    expect(await known.of(team, user)).toBe('ja');
  });

  test('the chosen language is read again as soon as the database answers', async () => {
    await process().choose(team, user, 'en');
    const get = vi.fn(vault.get).mockImplementationOnce(broken);
    const known = process({ ...vault, get });
    expect(await known.of(team, user)).toBe('ja');
    expect(await known.of(team, user)).toBe('en');
  });

  test('a stored language that cannot be read counts as none', async () => {
    await vault.set(`slack-language:${team}:${user}`, '{"language":"tlh"}', null);
    expect(await process().of(team, user)).toBe('ja');
  });

  test('the chosen language is deleted with the person', async () => {
    const person = `slack:${team}:${user}` as PersonId;
    const chosen = chosenIn(vault);
    await chosen.choose(person, 'en');
    await store.forget(person);
    chosen.forget(person);
    expect(await chosen.of(person)).toBeUndefined();
  });
});
