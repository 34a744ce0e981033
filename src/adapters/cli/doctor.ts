import { loadEnvironmentFile, readSettings, type Settings, SettingsError } from '../config/settings.ts';
import { type Examined, examine } from '../doctor/examine.ts';
import { found } from '../doctor/finding.ts';
import { orExit } from './or-exit.ts';

/** Returns the settings, or what is wrong with them. */
function settingsOrFindings(): { readonly settings?: Settings; readonly examined: Examined } {
  try {
    const settings = readSettings(loadEnvironmentFile());
    const none = found('warning', 'neither Slack nor Teams is set up, so npm start talks in the terminal alone');
    return { settings, examined: { part: 'settings', findings: settings.services.length === 0 ? none : [] } };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return {
      examined: { part: 'settings', findings: error.message.split('\n').flatMap((line) => found('wrong', line)) },
    };
  }
}

/** Prints what is wrong with the settings and with everything that they name, one line each with its remedy. Ends with code 1 if something has to be mended or could not be asked. */
await orExit(async () => {
  const { settings, examined: first } = settingsOrFindings();
  const examined = [first, ...(settings === undefined ? [] : await examine(settings))];
  for (const { part, findings } of examined) {
    if (findings.length === 0) console.log(`ok       ${part}`);
    for (const { state, what } of findings) console.log(`${state.padEnd(7)}  ${part}: ${what}`);
  }
  const count = examined.flatMap(({ findings }) => findings).filter(({ state }) => state !== 'warning').length;
  console.log(count === 0 ? 'Nothing has to be mended.' : `To be mended or asked again: ${count}`);
  process.exit(count === 0 ? 0 : 1);
});
