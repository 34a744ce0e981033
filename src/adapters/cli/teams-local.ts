import { defaultLanguage, entryOf } from '../../bot/languages.ts';

/** Runs the bot against a local emulator of Teams (the Microsoft 365 Agents Playground), without Azure: sets TEAMS_LOCAL, starts the bot, and prints the command to run next. */
const microsoft = ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppType', 'MicrosoftAppTenantId'];
// Set to empty, so that values in a .env file do not count.
for (const name of microsoft) process.env[name] = '';
process.env['TEAMS_LOCAL'] = 'true';
// No load balancer needs time to notice that it stops.
process.env['DRAIN_SECONDS'] ??= '0';
await import('./main.ts');

const port = process.env['PORT'] || '3978';
console.log(`
The Microsoft 365 Agents Playground stands in for Teams. In another terminal:

  npx agentsplayground start -e http://127.0.0.1:${port}/api/messages -c msteams

It opens in your browser. It says that everybody speaks English: write ${entryOf(defaultLanguage).name} to go on in Japanese.`);
