import type { Phrase } from '../rule.ts';
import { afterwards } from './afterwards.ts';
import { answer } from './answer.ts';
import { appeal } from './appeal.ts';
import { command } from './command.ts';
import { courtesy } from './courtesy.ts';
import { outcome } from './outcome.ts';
import { pace } from './pace.ts';
import { progress } from './progress.ts';
import { putback } from './putback.ts';
import { trouble } from './trouble.ts';

/** All phrases that mean an intent. */
export const phrases: readonly Phrase[] = [
  ...appeal,
  ...command,
  ...pace,
  ...courtesy,
  ...outcome,
  ...afterwards,
  ...progress,
  ...putback,
  ...answer,
  ...trouble,
];
