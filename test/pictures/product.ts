import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Line, PictureReader } from '../../src/bot/pictures.ts';

/** What the product sees on a picture, as far as it is measured here. */
export interface Seen {
  readonly codes: readonly string[];
  readonly page: string | null;
  readonly organization: boolean;
}

/** The two parts of the product that read pictures. */
export interface Product {
  readonly reader: PictureReader;
  readonly readScreen: (lines: readonly Line[]) => Seen;
}

interface ReaderModule {
  readonly openPictureReader: () => PictureReader;
}

interface ScreenModule {
  readonly readScreen: Product['readScreen'];
}

/** Loads the product from the folders of two checkouts, which may be one: a change to a part is measured before it is merged. Rejects if a part is not there. */
export async function loadProduct(readerFrom: string, screenFrom: string): Promise<Product> {
  const load = (folder: string, file: string): Promise<unknown> => import(pathToFileURL(join(folder, file)).href);
  const { openPictureReader } = (await load(readerFrom, 'src/adapters/pictures/reader.ts')) as ReaderModule;
  const { readScreen } = (await load(screenFrom, 'src/bot/understanding/screen/index.ts')) as ScreenModule;
  return { reader: openPictureReader(), readScreen };
}
