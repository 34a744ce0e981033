import type { Lexicon } from '../rule.ts';
import { aside, purchased } from './origin/aside.ts';
import { denied } from './origin/denied.ts';
import { issued } from './origin/organization.ts';
import { bought, own, present } from './origin/personal.ts';
import { handedOn, usedPc } from './origin/used.ts';

/** Who provided the PC: the person, an employer or school, or somebody before. The order decides: "used" outweighs where it was bought. */
export const origin: Lexicon = {
  questions: ['origin', 'provenance'],
  grave: true,
  tells: [...denied, ...aside, ...purchased, ...usedPc, ...present, ...handedOn, ...bought, ...issued, ...own],
};
