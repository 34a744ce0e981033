import { writtenLanguages } from '../../../bot/languages.ts';
import { colourIcon, outlineIcon } from './icons.ts';
import { fileOf, localisation, manifest, type Offer } from './manifest.ts';
import { zip } from './zip.ts';

const json = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** Returns the app package, a zip archive: the manifest, its localization in every language, and the icons. The same offer gives the same bytes. */
export const appPackage = (offer: Offer): Buffer =>
  zip({
    'manifest.json': json(manifest(offer)),
    ...Object.fromEntries(writtenLanguages.map(({ language }) => [fileOf(language), json(localisation(language))])),
    'color.png': colourIcon(),
    'outline.png': outlineIcon(),
  });
