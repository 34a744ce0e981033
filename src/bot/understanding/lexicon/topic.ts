import type { Asking } from '../rule.ts';
import { causes } from './topic/causes.ts';
import { copies } from './topic/copies.ts';
import { malware } from './topic/malware.ts';
import { moods } from './topic/moods.ts';
import { people } from './topic/people.ts';
import { permissions } from './topic/permissions.ts';
import { plans } from './topic/plans.ts';
import { scam } from './topic/scam.ts';
import { words } from './topic/words.ts';
import { worries } from './topic/worries.ts';

/** What people ask in passing; the first that fits counts. */
export const topics: readonly Asking[] = [
  ...scam,
  ...malware,
  ...people,
  ...permissions,
  ...copies,
  ...worries,
  ...plans,
  ...words,
  ...causes,
  ...moods,
];
