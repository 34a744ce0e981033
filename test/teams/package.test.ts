import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AppManifestUtils, type TeamsManifestLatest } from '@microsoft/app-manifest';
import { Ajv } from 'ajv';
import JSZip from 'jszip';
import { beforeAll, describe, expect, test } from 'vitest';
import { appPackage } from '../../src/adapters/teams/install/build.ts';
import { languages, writtenLanguages } from '../../src/bot/languages.ts';

const offer = {
  app: '44444444-4444-4444-8444-444444444444',
  version: '1.0.0',
  developer: 'Ninsho Navi',
  website: 'https://example.com',
  privacy: 'https://example.com/privacy',
  terms: 'https://example.com/terms',
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
