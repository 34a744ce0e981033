// One process of the bot in Teams, to be killed: the real adapter and real turns over a database that outlives it.
import { local, silent, startChat } from './chat.ts';

const [file = ''] = process.argv.slice(2);
// A killed process is missed after some seconds, not after half a minute.
const { url } = await startChat(local, file, silent, {
  lease: 10_000,
  timeout: 4_000,
  initialInterval: 200,
  sweepInterval: 200,
});
process.stdout.write(`${url}\n`);
// Nobody is left behind: the parent's end is this process's end.
process.stdin.on('end', () => process.exit()).resume();
