import { activation } from './activation.ts';
import { office, other, scam } from './browser.ts';
import { dialogue, script, telephone, troubleshooter, watermark, winver } from './dialogues.ts';
import { bitlocker, blueScreen } from './firmware.ts';
import type { Draw } from './screen.ts';
import { terminal } from './terminal.ts';

/** Every kind of screen; one that people send more often is there more than once. */
export const screens: readonly Draw[] = [
  ...Array<Draw>(9).fill(activation),
  ...[dialogue, dialogue, dialogue, dialogue, troubleshooter, troubleshooter, script, script, terminal, terminal],
  ...[telephone, watermark, winver, scam, office, bitlocker, blueScreen, other],
];
