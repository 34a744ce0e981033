import type { Lexicon } from '../rule.ts';
import { clock } from './clock.ts';
import { data } from './data.ts';
import { drive } from './drive.ts';
import { edition } from './edition.ts';
import { hardware } from './hardware.ts';
import { key } from './key.ts';
import { leaver, ownership } from './leaver.ts';
import { message } from './message.ts';
import { network } from './network.ts';
import { origin } from './origin.ts';
import { partOf } from './part.ts';
import { place } from './place.ts';
import { protection } from './protection.ts';
import { recent } from './recent.ts';
import { reinstall } from './reinstall.ts';
import { sale } from './sale.ts';
import { seller } from './seller.ts';
import { vpn } from './vpn.ts';

/** All lexicons of facts. */
export const lexicons: readonly Lexicon[] = [
  origin,
  leaver,
  ownership,
  message,
  place,
  vpn,
  network,
  clock,
  edition,
  hardware,
  partOf,
  data,
  drive,
  protection,
  key,
  sale,
  seller,
  recent,
  reinstall,
];
