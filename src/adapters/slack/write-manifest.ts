import { manifest } from './manifest.ts';

const [url] = process.argv.slice(2);
if (url !== undefined && !(URL.canParse(url) && new URL(url).protocol === 'https:')) {
  console.error('Usage: npm run -s slack:manifest -- https://bot.example.com   (without an address: for Socket Mode)');
  process.exit(2);
}
console.log(JSON.stringify(manifest(url), null, 2));
