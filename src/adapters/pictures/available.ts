import { createRequire } from 'node:module';

/** The optional packages without which no picture is read. */
const packages = ['sharp', 'tesseract.js-core', '@tesseract.js-data/jpn', '@tesseract.js-data/eng'];

/** Tells whether the packages by which pictures are read are installed, as seen from a file (by default, this one). It loads none of them. */
export function readsPictures(from: string | URL = import.meta.url): boolean {
  const { resolve } = createRequire(from);
  try {
    for (const name of packages) resolve(name);
    return true;
  } catch {
    return false;
  }
}
