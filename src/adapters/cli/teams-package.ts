import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadEnvironmentFile } from '../config/settings.ts';
import { appPackage } from '../teams/install/build.ts';

const usage = `Usage: npm run teams:package -- [--app-id <MicrosoftAppId>] [--developer <name>]
  [--website <https://…>] [--privacy <https://…>] [--terms <https://…>] [--out <file>]
Without --app-id, MicrosoftAppId of the environment or of .env is used.`;
const text = { type: 'string' } as const;
const web = z.url({ protocol: /^https$/ });
const schema = z.object({
  'app-id': z.guid(),
  developer: z.string().min(1).max(32).default('Ninsho Navi'),
  website: web.default('https://example.com'),
  privacy: web.default('https://example.com/privacy'),
  terms: web.default('https://example.com/terms'),
  out: z.string().min(1).default('ninsho-navi-teams.zip'),
});

/** Writes the app package to upload to Teams. Exits with code 2 if an option is invalid. */
function main() {
  const options = { 'app-id': text, developer: text, website: text, privacy: text, terms: text, out: text };
  const read = schema.safeParse({ 'app-id': loadEnvironmentFile()['MicrosoftAppId'], ...argumentsOf(options) });
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
    console.error([...wrong, usage].join('\n'));
    process.exit(2);
  }
  const { 'app-id': app, out, ...who } = read.data;
  writeFileSync(out, appPackage({ app, version: '1.0.0', ...who }));
  console.log(`${out}: upload it in Teams under “Apps” → “Manage your apps” → “Upload an app”.`);
  if (who.website.includes('example.com'))
    console.log('Give --website, --privacy and --terms before you offer it to others.');
}

function argumentsOf(options: NonNullable<Parameters<typeof parseArgs>[0]>['options'] & object) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exit(2);
  }
}

if (import.meta.main) main();
