import type { Topic } from '../../flows/events.ts';
import type { QuestionId } from '../../flows/questions.ts';
import type { Clause } from './clause.ts';
import { re } from './pattern.ts';

/** What explains the matter of a question. */
const explained: Partial<Record<QuestionId, Topic>> = { data: 'backup', key: 'product-key' };

const what = re`
  ^(?:え|あの)?(?:それ|これ)?(?:は|って|とは)?(?:何|なに|なん)(?:のこと|の話)?(?:です|でしょう|だ|なん(?:です)?)?(?:か|の)?(?:ね|よ)?(?:それ|これ)?$
  |^(?:それ|これ)?(?:は|って)?どういう(?:意味|こと|もの)(?:です|でしょう|だ|なん(?:です)?)?(?:か|の)?(?:ね|よ)?$
  |^(?:言葉の|質問の)?意味(?:が|も)?(?:よく)?(?:(?:わか|分か)(?:らない|りません|らん)|不明)(?:です)?$
  |^(?:sorry |ok )?(?:what|huh|what do you mean|what does (?:that|this|it) mean|what(?:s| is) (?:that|this|it))$`;
const why = re`
  ^(?:え|は|で|でも|それは?)?(?:なんで|何で|なぜ|何故|どうして)(?:です|だ|なん(?:です)?|なの)?(?:か|の)?(?:ね|よ)?$
  |^(?:but )?(?:why|what for|how come)$`;

/** What somebody asks who gives a question back instead of answering it: what it is about, or why it is put. */
export function askedBack(id: QuestionId | undefined, clauses: readonly Clause[]): Topic | undefined {
  if (id === undefined) return undefined;
  if (clauses.some(({ fits }) => fits(what))) return explained[id];
  // The first question may be passed by for the greeting: whoever asks why then asks about the message.
  return id !== 'origin' && clauses.some(({ fits }) => fits(why)) ? 'why-asked' : undefined;
}
