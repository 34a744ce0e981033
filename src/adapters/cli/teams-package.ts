import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { defaultLanguage, writtenLanguages } from '../../bot/languages.ts';
import { loadEnvironmentFile } from '../config/settings.ts';
import { appPackage } from '../teams/install/build.ts';

const written = writtenLanguages.map(({ language }) => language);
const usage = `Usage: npm run teams:package -- [--app-id <MicrosoftAppId>] [--developer <name>]
  [--website <https://…>] [--privacy <https://…>] [--terms <https://…>] [--version <1.2.3>]
  [--lang <${written.join('|')}>] [--rsc] [--out <file>]
Without --app-id, MicrosoftAppId of the environment or of .env is used.
--version: Teams takes an update only under a higher one (1.0.0 unless given).
--lang: the language of the app's name and texts in Teams, for people of whose language there is none (${defaultLanguage} unless given).
--rsc: the bot hears every message where it is added, for TEAMS_SUPPORT_CONVERSATIONS.`;
const text = { type: 'string' } as const;
const web = z.url({ protocol: /^https$/ });
const schema = z.object({
  'app-id': z.guid(),
  developer: z.string().min(1).max(32).default('Ninsho Navi'),
  website: web.default('https://example.com'),
  privacy: web.default('https://example.com/privacy'),
  terms: web.default('https://example.com/terms'),
  // As the manifest's schema has it: https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.schema.json
  version: z
    .string()
    .max(256)
    .regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/, 'must be three numbers with dots, as 1.2.3')
    .default('1.0.0'),
  lang: z.enum(written, { error: `must be ${written.join(' or ')}` }).default(defaultLanguage),
  rsc: z.boolean().default(false),
  out: z.string().min(1).default('ninsho-navi-teams.zip'),
});

/** Writes the app package to upload to Teams. Exits with code 2 if an option is invalid. */
function main() {
  const options = {
    'app-id': text,
    developer: text,
    website: text,
    privacy: text,
    terms: text,
    version: text,
    lang: text,
    rsc: { type: 'boolean' },
    out: text,
  } as const;
  const read = schema.safeParse({ 'app-id': loadEnvironmentFile()['MicrosoftAppId'], ...argumentsOf(options) });
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
    console.error([...wrong, usage].join('\n'));
    process.exit(2);
  }
  const { 'app-id': app, lang: language, out, ...who } = read.data;
  writeFileSync(out, appPackage({ app, language, ...who }));
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
