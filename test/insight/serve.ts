import { serve } from '../../src/adapters/http/server.ts';
import type { InsightSettings } from '../../src/adapters/insight/config.ts';
import { insightPage } from '../../src/adapters/insight/index.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { crowd } from '../metrics/crowd.ts';

/** A token that opens the page. */
export const token = 'a token of many letters';

/** Settings of the page as the program reads them. */
export const settings = (over: Partial<InsightSettings> = {}): InsightSettings => ({
  token,
  provider: undefined,
  secure: false,
  zone: 'Asia/Tokyo',
  days: 400,
  url: undefined,
  ...over,
});

/** A page that is served, with the figures of so many generated conversations. */
export async function servePage(
  over: Partial<InsightSettings> = {},
  conversations = 0,
  name?: (n: number) => string,
  port = 0,
) {
  const database = await sqlite(':memory:');
  const happened = conversations === 0 ? undefined : await crowd(storeOf(database), conversations, name);
  const clock = { now: happened?.stage.clock ?? Date.now() };
  const logged: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, error: (...about: readonly unknown[]) => void logged.push(about) };
  const page = await insightPage(settings(over), database, () => clock.now);
  const server = await serve(page.routes, port, '127.0.0.1', log);
  return {
    address: `http://127.0.0.1:${server.port}`,
    check: page.check,
    clock,
    database,
    logged,
    stop: async () => {
      await server.stop();
      await database.close();
    },
  };
}
