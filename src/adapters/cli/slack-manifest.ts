import { manifest } from '../slack/install/manifest.ts';

const [url] = process.argv.slice(2);
if (url !== undefined && !isServer(url)) {
  console.error(
    [
      'Usage: npm run -s slack:manifest -- https://bot.example.com   (without an address: for Socket Mode)',
      'The address is https:// and the name of the server, with nothing behind it: Slack is answered at /slack/… there.',
    ].join('\n'),
  );
  process.exit(2);
}
console.log(JSON.stringify(manifest(url), null, 2));

/** Returns true if an address is an https origin alone: a path in it, or anything else, would be ignored. */
function isServer(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, href, origin } = new URL(address);
  return protocol === 'https:' && href === `${origin}/`;
}
