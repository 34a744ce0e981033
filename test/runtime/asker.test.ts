import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { readerOf } from '../../src/bot/runtime/index.ts';
import { deliver, makeStage, type Stage } from './stage.ts';

let stage: Stage;
/** A case at the desk. */
beforeEach(async () => {
  stage = await makeStage();
  await deliver(
    stage.process(),
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
  );
});
afterEach(() => void vi.useRealTimers());

async function named(adapters = [stage.adapter]): Promise<string | undefined> {
  const reader = readerOf(stage.store, readContacts(exampleContacts), () => ({ adapters, desks: [] }));
  const [one] = await reader.openCases('office');
  return one && reader.askerOf(one);
}

test('whoever asked is named in the list of a desk as their channel names them', async () => {
  expect(await named()).toBe('佐藤');
});

test('nobody is named whose channel is not served, or cannot be asked', async () => {
  expect(await named([])).toBe('');
  stage.beforeContact = () => Promise.reject(new Error('away'));
  expect(await named()).toBe('');
});

test('a name that does not come within a second is not waited for', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const asked = vi.fn(() => new Promise<void>(() => {}));
  stage.beforeContact = asked;
  const name = named();
  await vi.waitUntil(() => asked.mock.calls.length > 0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await name).toBe('');
});
