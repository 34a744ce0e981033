import type { QuestionId } from '../../../flows/questions.ts';
import type { Rule } from '../rule.ts';
import { data } from './data.ts';
import { hardware } from './hardware.ts';
import { key } from './key.ts';
import { leaver } from './leaver.ts';
import { origin } from './origin.ts';
import { partOf } from './part.ts';
import { place } from './place.ts';
import { reason } from './reason.ts';
import { sale } from './sale.ts';
import { screen } from './screen.ts';
import { seller } from './seller.ts';
import { vpn } from './vpn.ts';

/** What short replies to each question tell; said elsewhere, the same words tell nothing. */
export const replies: Readonly<Record<QuestionId, readonly Rule[]>> = {
  data,
  hardware,
  key,
  leaver,
  origin,
  part: partOf,
  place,
  provenance: origin,
  reason,
  sale,
  screen,
  seller,
  vpn,
};
