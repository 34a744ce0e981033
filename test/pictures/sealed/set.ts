import type { Pictures } from '../truth.ts';
import { draw } from './draw.ts';
import { faces } from './look.ts';
import { plan } from './plan.ts';

/** Draws the sealed set, one picture after another; the same pictures each time, and nothing is written to disk. Opened once: see README.md beside this. */
export const pictures: Pictures = async function* (browser) {
  const letters = faces();
  for (const planned of plan) yield await draw(browser, planned, letters);
};
