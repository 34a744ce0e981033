import { flushCompileCache } from 'node:module';

/** Loads all that the server may load and ends, so that the compile cache of an image has it: a start then compiles nothing. */
await Promise.all([
  import('../config/settings.ts'),
  import('../app.ts'),
  import('../log.ts'),
  import('../slack/index.ts'),
  import('../teams/index.ts'),
  import('../store/sqlite.ts'),
  import('../store/postgres.ts'),
  import('../../bot/i18n.ts'),
  import('./or-exit.ts'),
  import('./signals.ts'),
]);
flushCompileCache();
