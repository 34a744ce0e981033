import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type App, startApp } from '../../src/adapters/app.ts';
import { readSettings } from '../../src/adapters/config/settings.ts';
import { serveMetrics } from '../../src/adapters/metrics/server.ts';
import { standing } from '../../src/adapters/metrics/standing.ts';
import type { Log } from '../../src/bot/ports.ts';
import { newMetrics } from '../../src/bot/runtime/metrics.ts';
import { parseMetrics } from './parse.ts';

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
const folder = mkdtempSync(join(tmpdir(), 'ninsho-metrics-'));
const environment = { PORT: '0', TEAMS_LOCAL: 'true', DRAIN_SECONDS: '0', DATA_DIR: folder };
const start = (more: Record<string, string>) => startApp(readSettings({ ...environment, ...more }), silent);
const scrape = async (port: number | undefined, accept = '') => {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { accept } });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

let app: App;
beforeAll(async () => {
  app = await start({ METRICS_PORT: '0' });
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true });
});

test('the port of the metrics answers with valid text in both formats, of the process, of the database and of turns', async () => {
  const plain = await scrape(app.metricsPort);
  expect([plain.status, plain.type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  const families = new Map(parseMetrics(plain.text, false).map((family) => [family.name, family]));
  const firstOf = (name: string) => families.get(name)?.samples[0]?.value;
  expect(firstOf('ninsho_database_up')).toBe(1);
  expect(firstOf('ninsho_outbox_jobs')).toBe(0);
  expect(firstOf('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
  expect(firstOf('nodejs_eventloop_lag_p99_seconds')).toBeLessThan(10);
  expect(firstOf('process_start_time_seconds')).toBeCloseTo(Date.now() / 1_000, -4);
  expect(families.get('ninsho_build_info')?.samples[0]?.labels).toMatchObject({ node: process.version });
  const channels = new Set(families.get('ninsho_turns_total')?.samples.map(({ labels }) => labels['channel']));
  expect([...channels]).toEqual(['teams']);
  const open = await scrape(app.metricsPort, 'application/openmetrics-text; version=1.0.0');
  expect(open.type).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
  expect(parseMetrics(open.text, true)).toHaveLength(families.size);
});

test('the public port has no /metrics, and the port of the metrics has nothing else', async () => {
  expect((await scrape(app.port)).status).toBe(404);
  for (const path of ['/', '/healthz', '/readyz', '/api/messages'])
    expect((await fetch(`http://127.0.0.1:${app.metricsPort}${path}`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${app.metricsPort}/metrics`, { method: 'POST' })).status).toBe(405);
});

test('the metrics are served on the loopback address unless METRICS_HOST says otherwise', () => {
  expect(readSettings({}).core).toMatchObject({ METRICS_HOST: '127.0.0.1', TRACES: 'off' });
  expect(readSettings({}).core.METRICS_PORT).toBeUndefined();
  expect(() => readSettings({ METRICS_HOST: 'http://x' })).toThrow(/^METRICS_HOST: /);
  expect(() => readSettings({ METRICS_PORT: '70000' })).toThrow(/^METRICS_PORT: /);
});

test('without METRICS_PORT one server alone listens', async () => {
  const listen = vi.spyOn(Server.prototype, 'listen');
  const plain = await start({});
  expect(plain.metricsPort).toBeUndefined();
  expect(listen).toHaveBeenCalledTimes(1);
  await plain.stop();
  const both = await start({ METRICS_PORT: '0' });
  expect(listen).toHaveBeenCalledTimes(3);
  await both.stop();
  listen.mockRestore();
  await expect(fetch(`http://127.0.0.1:${both.metricsPort}/metrics`)).rejects.toThrow();
});

test('a port that is taken stops the start with the name of its setting', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const starting = serveMetrics(newMetrics(), async () => [], port, '127.0.0.1', silent);
  await expect(starting).rejects.toThrow(
    `METRICS_PORT ${port} on METRICS_HOST 127.0.0.1 cannot be listened on (Error EADDRINUSE)`,
  );
  await new Promise((resolve) => other.close(resolve));
});

test('while the database is away the metrics say so, and all the others are served', async () => {
  const away = standing(() => Promise.reject(new Error('away')), Date.now);
  const server = await serveMetrics(newMetrics(), away, 0, '127.0.0.1', silent);
  const families = parseMetrics((await scrape(server.port)).text, false);
  await server.stop();
  expect(families.find(({ name }) => name === 'ninsho_database_up')?.samples[0]?.value).toBe(0);
  expect(families.some(({ name }) => name === 'ninsho_outbox_jobs')).toBe(false);
  expect(families.some(({ name }) => name === 'ninsho_turns_total')).toBe(true);
});

test('however often it is scraped, the database is asked once in some seconds', async () => {
  let asked = 0;
  const read = standing(async () => {
    asked += 1;
    throw new Error('away');
  }, Date.now);
  await Promise.all(Array.from({ length: 20 }, read));
  await read();
  expect(asked).toBe(1);
});
