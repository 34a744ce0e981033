import { exampleFile, printSettings } from '../config/print.ts';
import { loadEnvironmentFile, readSettings } from '../config/settings.ts';
import { orExit } from './or-exit.ts';

if (process.argv.includes('--example')) process.stdout.write(exampleFile());
else
  await orExit(async () => {
    const environment = loadEnvironmentFile();
    console.log(printSettings(environment));
    readSettings(environment);
  });
