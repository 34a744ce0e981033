import type { ListId } from '../../../flows/lists.ts';
import { re } from '../pattern.ts';
import type { Pattern } from '../sieve.ts';

/** What people call a list that they may know already. */
export const listNames: readonly (readonly [Pattern, ListId])[] = [
  [
    re`
      電話(?:による|での?)?(?:ライセンス)?認証|slui ?4
      |\b(?:phone|telephone) activation\b|\bactivat\w+ (?:it )?(?:by|over the|via) (?:tele)?phone\b`,
    'P4',
  ],
  [
    re`
      キー(?:の|を|は)?(?:入れ(?:直|なお)|再入力|入力し(?:直|なお))
      |\bre-?enter(?:ed|ing)? (?:the |my )?(?:product )?key\b`,
    'P3',
  ],
];

/** Says that it was done before. */
export const triedBefore = re`
  (?:(?:やっ|試し|ためし|し(?:て)?み)(?:た|ました|てあります|てある|ています|てます)|済み?(?:です)?|し(?:た|ました)|(?:直|なお)し(?:た|ました))(?:けど|が|のに|ので|から|し)?(?:よ|ね|んです)?$
  |(?:やっ|試し|し)ても?(?:だめ|駄目|無駄|無理)
  |\b(?:already|have|ive) (?:tried|done|did|re-?entered)\b|\bi (?:already )?(?:tried|did)\b`;
