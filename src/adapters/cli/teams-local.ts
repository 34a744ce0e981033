/** Tries the bot in Teams' stand-in on this machine, without Azure: sets the local switch, starts the bot, says what to open. */
const microsoft = ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppType', 'MicrosoftAppTenantId'];
// Set to nothing, so that those of a .env file do not count.
for (const name of microsoft) process.env[name] = '';
process.env['TEAMS_LOCAL'] = 'true';
// Nobody else is to turn away before it stops.
process.env['DRAIN_SECONDS'] ??= '0';
await import('./main.ts');

const port = process.env['PORT'] || '3978';
console.log(`
The Microsoft 365 Agents Playground stands in for Teams. In another terminal:

  npx agentsplayground start -e http://127.0.0.1:${port}/api/messages -c msteams

It opens in your browser. It says that everybody speaks English: write 日本語 to go on in Japanese.`);
