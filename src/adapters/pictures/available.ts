import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** The optional packages without which no picture is read. */
const packages = ['sharp', 'tesseract.js-core', '@tesseract.js-data/jpn', '@tesseract.js-data/eng'];

/** Tells whether the packages are installed by which pictures are read. It loads none of them. */
export function readsPictures(): boolean {
  try {
    for (const name of packages) resolve(name);
    return true;
  } catch {
    return false;
  }
}
