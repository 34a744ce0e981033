import { wordsIn } from '../../bot/i18n.ts';
import { writtenLanguages } from '../../bot/languages.ts';
import { loadEnvironmentFile, readSettings, type Settings } from '../config/settings.ts';
import { orExit } from './or-exit.ts';
import { outliveTerminal, stopOnSignal } from './signals.ts';

/** Runs the server until a signal stops it. */
async function run(settings: Settings): Promise<void> {
  const log = await (await import('../log.ts')).openLog(settings.core.LOG_LEVEL);
  outliveTerminal(log);
  const app = await (await import('../app.ts')).startApp(settings, log);
  stopOnSignal(() => app.stop(), log);
  const names = settings.services.map(({ name }) => name);
  const metrics = app.metricsPort === undefined ? '' : `, metrics on port ${app.metricsPort}`;
  console.log(`Ninshō Navi is ready: ${names.join(' and ')} on port ${app.port}${metrics}`);
}

await orExit(async () => {
  const settings = readSettings(loadEnvironmentFile());
  if (settings.services.length > 0) return run(settings);
  console.error(writtenLanguages.map(({ language }) => wordsIn(language).text('terminal:setup')).join(' '));
  const { main } = await import('./chat.ts');
  await main();
});
