import type { Browser } from 'playwright-core';

/** The page that a picture shows; `other` has nothing to do with activation. */
export type Page =
  | 'activation' // Settings › System › Activation
  | 'watermark' // the sign at the lower right of a desktop
  | 'dialogue' // slui, with an error code
  | 'troubleshooter' // the result of the activation troubleshooter
  | 'script' // the message box of Windows Script Host, for `slmgr`
  | 'terminal' // a command prompt with `slmgr` or `dsregcmd`
  | 'winver'
  | 'scam' // a pop-up that urges to call a telephone number
  | 'office' // Office's own activation
  | 'bitlocker' // the recovery page
  | 'blue screen'
  | 'other';

/** How a picture came about: the whole screen, a part of it, or either as a camera saw it. */
export type Form = 'full' | 'cropped' | 'photo';

/** What is true of a drawn picture. */
export interface Truth {
  /** The id of the picture, unique in its set. */
  readonly id: string;
  /** The language of the screen, a BCP 47 tag. */
  readonly language: 'ja' | 'en';
  readonly page: Page;
  /** The activation code that is shown, as in the catalogue ("0xC004F074"), if any. */
  readonly code: string | null;
  /** Whether a sentence or sign on it says that an organisation activates this PC. */
  readonly organisation: boolean;
  /** The sentences that are shown whole and that say what is wrong, as written on the screen. */
  readonly sentences: readonly string[];
  /** What is shown and may never be kept, logged or said: product keys, mail addresses, installation IDs, names. */
  readonly secrets: readonly string[];
  readonly dark: boolean;
  /** The scaling of the screen in percent: 100, 125 or 150. */
  readonly scale: number;
  readonly form: Form;
  /** What was done to it after it was shown, for people: "JPEG 70", "1280 wide", "tilted by 4°". */
  readonly treatment: readonly string[];
}

/** A drawn picture: the bytes of a file, and what is true of it. */
export interface Drawn {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly truth: Truth;
}

/** A set of pictures: a module that exports this as `pictures`. The same picture for the same id each time. */
export type Pictures = (browser: Browser) => AsyncGenerator<Drawn>;
