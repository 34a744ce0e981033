import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Grey } from './grey.ts';

/** The part that is used here of Tesseract's API, as its WebAssembly build has it: https://github.com/naptha/tesseract.js-core */
interface Api {
  Init(path: null, languages: string, engine: number, config: string): number;
  SetVariable(name: string, value: string): boolean;
  SetImageFile(orientation: number, angle: number): number;
  Recognize(monitor: null): number;
  GetTSVText(): string;
}

/** The WebAssembly build once it is loaded; its file system is in memory. */
interface Module {
  readonly FS: { writeFile(path: string, content: Uint8Array | string): void };
  readonly TessBaseAPI: new () => Api;
}

/** A word on a picture: its text, how sure it is (0 to 100), its box in pixels, and the number of its line. */
export interface Word {
  readonly text: string;
  readonly sure: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly line: string;
}

/** An engine that returns the words on a picture of dark letters on white. It blocks while it reads. Throws if it runs out of memory. */
export type Engine = (picture: Grey) => readonly Word[];

const require = createRequire(import.meta.url);

/** The languages of the screens that are read. */
const languages = ['jpn', 'eng'] as const;
/** The neural engine alone; the older one is not in the build. */
const lstm = 1;

/** The builds of Tesseract, the fastest first. */
const builds = ['relaxedsimd-lstm', 'simd-lstm', 'lstm'] as const;

/** Loads the engines: one for pages in Japanese and English, one for error codes alone. Throws if a package is missing. */
export async function engines(): Promise<{ readonly page: Engine; readonly code: Engine }> {
  const module = await loaded(builds);
  for (const language of languages) {
    const folder = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
    const packed = readFileSync(join(folder, '4.0.0_best_int', `${language}.traineddata.gz`));
    module.FS.writeFile(`${language}.traineddata`, gunzipSync(packed));
  }
  // A code is no word: no dictionary may make one of it.
  module.FS.writeFile('/codes', ['system', 'freq', 'punc', 'number'].map((list) => `load_${list}_dawg 0`).join('\n'));
  module.FS.writeFile('/pages', '');
  return {
    page: engine(module, languages.join('+'), '/pages', {
      thresholding_method: '2',
      tessedit_pageseg_mode: '11',
    }),
    code: engine(module, 'eng', '/codes', {
      tessedit_pageseg_mode: '7',
      tessedit_char_whitelist: '0123456789ABCDEFx',
    }),
  };
}

/** Loads the first of some builds that the processor can run. Throws what the last one throws. */
async function loaded([build, ...others]: readonly [string, ...string[]]): Promise<Module> {
  const load: (options: object) => Promise<Module> = require(`tesseract.js-core/tesseract-core-${build}`);
  const silent = () => {};
  try {
    return await load({ TesseractProgress: silent, print: silent, printErr: silent });
  } catch (error) {
    const [next, ...rest] = others;
    if (next === undefined) throw error;
    return loaded([next, ...rest]);
  }
}

/** Creates an engine with its languages, file of settings, and parameters: https://tesseract-ocr.github.io/tessdoc/#control-parameters */
function engine(module: Module, which: string, config: string, parameters: Readonly<Record<string, string>>): Engine {
  const api = new module.TessBaseAPI();
  if (api.Init(null, which, lstm, config) !== 0) throw new Error('Tesseract did not start');
  for (const [name, value] of Object.entries(parameters)) api.SetVariable(name, value);
  return ({ pixels, width, height }) => {
    // PGM, the plainest form of a picture: https://netpbm.sourceforge.net/doc/pgm.html
    module.FS.writeFile('/input', Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]));
    if (api.SetImageFile(1, 0) === 1) return [];
    api.Recognize(null);
    return wordsOf(api.GetTSVText());
  };
}

/** Reads the words from Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text; words are of level 5. */
function wordsOf(table: string): readonly Word[] {
  return table.split('\n').flatMap((row) => {
    const [level, , block, paragraph, line, , left, top, width, height, sure, text = ''] = row.split('\t');
    if (level !== '5' || text.trim() === '') return [];
    return {
      text,
      sure: Math.min(100, Math.max(0, Math.round(Number(sure)))),
      left: Number(left),
      top: Number(top),
      width: Number(width),
      height: Number(height),
      line: `${block}.${paragraph}.${line}`,
    };
  });
}
