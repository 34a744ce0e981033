import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppManifestUtils, type TeamsManifestLatest } from '@microsoft/app-manifest';
import { Ajv } from 'ajv';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appPackage } from '../../src/adapters/teams/install/build.ts';
import type { Offer } from '../../src/adapters/teams/install/manifest.ts';
import { languages, writtenLanguages } from '../../src/bot/languages.ts';

const offer = {
  app: '44444444-4444-4444-8444-444444444444',
  version: '1.0.0',
  developer: 'Ninsho Navi',
  website: 'https://example.com',
  privacy: 'https://example.com/privacy',
  terms: 'https://example.com/terms',
  language: 'ja',
  rsc: false,
} as const;
type Manifest = TeamsManifestLatest & { manifestVersion: string };
const manifestIn = (zip: JSZip) =>
  zip
    .file('manifest.json')
    ?.async('string')
    .then((text) => JSON.parse(text) as Manifest);
const manifestOf = async (more: Partial<Offer>) => {
  const made = await manifestIn(await JSZip.loadAsync(appPackage({ ...offer, ...more })));
  if (made === undefined) throw new Error('No manifest');
  return made;
};

describe('the app package', () => {
  let zip: JSZip;
  const text = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
  const size = async (name: string) => {
    const png = (await zip.file(name)?.async('nodebuffer')) ?? Buffer.alloc(24);
    return [png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)];
  };
  beforeAll(async () => {
    zip = await JSZip.loadAsync(appPackage(offer), { checkCRC32: true });
  });

  test('the app package contains the manifest, a file for each language, two icons and nothing else', () => {
    expect(Object.keys(zip.files)).toEqual([
      'manifest.json',
      ...writtenLanguages.map(({ language }) => `${language}.json`),
      'color.png',
      'outline.png',
    ]);
  });

  test('the manifest is valid by the schema that it names', async () => {
    const manifest = JSON.parse(await text('manifest.json')) as TeamsManifestLatest & { manifestVersion: string };
    expect(manifest.manifestVersion).toBe('1.25');
    expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
    expect(await AppManifestUtils.validateAgainstSchema({ ...manifest, accentColor: 'blue' })).not.toEqual([]);
  });

  for (const { language } of writtenLanguages)
    test(`the texts in ${language} are valid by the schema that they name`, async () => {
      const words = JSON.parse(await text(`${language}.json`));
      const folder = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest'));
      const file = join(folder, 'json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json');
      const { $schema: _, id: _id, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
      const valid = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, logger: false }).compile(schema);
      expect([valid(words), valid.errors]).toEqual([true, null]);
      expect(Object.keys(words)).toHaveLength(11 + 2 * languages.length);
      expect(valid({ ...words, 'name.short': 'x'.repeat(31) })).toBe(false);
    });

  test('the icons have the sizes that Teams requires', async () => {
    expect([await size('color.png'), await size('outline.png')]).toEqual([
      ['PNG', 192, 192],
      ['PNG', 32, 32],
    ]);
  });

  test('the app package is the same in two builds', () => {
    expect(appPackage(offer).equals(appPackage(offer))).toBe(true);
  });
});

test.each([
  ['ja', 'en', '認証ナビ'],
  ['en', 'ja', 'Ninshō Navi'],
] as const)(
  'the manifest in %s is valid, and names the texts in %s as the other language',
  async (language, other, name) => {
    const manifest = await manifestOf({ language });
    expect(manifest.name.short).toBe(name);
    expect(manifest.localizationInfo).toEqual({
      defaultLanguageTag: language,
      defaultLanguageFile: `${language}.json`,
      additionalLanguages: [{ languageTag: other, file: `${other}.json` }],
    });
    expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
  },
);

test('the manifest asks to hear messages without a mention only where it is asked for, and is valid then', async () => {
  const manifest = await manifestOf({ rsc: true });
  expect(manifest.authorization).toEqual({
    permissions: {
      resourceSpecific: [
        { name: 'ChannelMessage.Read.Group', type: 'Application' },
        { name: 'ChatMessage.Read.Chat', type: 'Application' },
      ],
    },
  });
  expect(manifest.webApplicationInfo).toMatchObject({ id: offer.app });
  expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
  const without = await manifestOf({});
  expect([without.authorization, without.webApplicationInfo]).toEqual([undefined, undefined]);
});

describe('npm run teams:package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ninsho-package-'));
  const out = join(folder, 'app.zip');
  const run = (...more: readonly string[]) => {
    const program = fileURLToPath(new URL('../../src/adapters/cli/teams-package.ts', import.meta.url));
    const given = [program, '--app-id', offer.app, '--out', out, ...more];
    return spawnSync(process.execPath, given, { cwd: folder, encoding: 'utf8' });
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  test('writes the package in the version and language that are given, with the permissions', async () => {
    expect(run('--version', '1.20.3', '--lang', 'en', '--rsc').status).toBe(0);
    const manifest = await manifestIn(await JSZip.loadAsync(readFileSync(out)));
    expect(manifest).toEqual(await manifestOf({ version: '1.20.3', language: 'en', rsc: true }));
  });

  test.each([
    ['--version', '1.2'],
    ['--version', '01.2.3'],
    ['--version', 'v1.2.3'],
    ['--lang', 'fr'],
    ['--lang', 'ja-easy'],
  ])('refuses %s %s, and says what it takes', (option, value) => {
    const { status, stderr } = run(option, value);
    expect(status).toBe(2);
    expect(stderr).toContain(`${option}: must be `);
  });
});
