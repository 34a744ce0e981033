import type { Incoming } from '../ports.ts';
import { foldKana, plain } from '../understand/fold.ts';
import { wordsIn } from '../words.ts';
import { channelOf } from './channel.ts';
import { digest } from './digest.ts';
import { notice } from './notice.ts';
import type { World } from './world.ts';

// The whole message has to be the request: 「データが消えた」 or 「データを消して入れ直す」 is about the PC.
const requests = [
  /^(?:(?:わたし|私|僕|ぼく|俺|自分)の|この|ここの|今までの|これまでの)?(?:(?:会話|ちやつと|相談|個人)の?)?(?:でえた|でた|でーた|記録|履歴|情報|会話|個人情報)[をは、 ]*(?:全部|すべて|全て)?(?:消して|消去して|削除して|忘れて)(?:ください|下さい|ほしい(?:です)?|欲しい(?:です)?|もらえますか|くれますか|くれ|ね)?[。.!?]*$/u,
  /^(?:please )?(?:delete|erase|forget|remove) (?:all )?(?:of )?(?:my|this) (?:personal )?(?:data|conversations?|chat|history|records?|information)(?: please)?[.!]*$/u,
  /^(?:please )?forget (?:about )?me(?: please)?[.!]*$/u,
];

/** Whether a message asks, as a whole, that everything kept of the person be deleted. */
export const asksToForget = ({ input }: Incoming): boolean => {
  if (input.type !== 'text' || input.text.length > 100) return false;
  const said = foldKana(plain(input.text)).trim();
  return requests.some((request) => request.test(said));
};

/** Whether that is asked of the bot: where people talk to each other, only in a conversation of the person's own. Rejects when the database does. */
export async function isToForget({ store }: Pick<World, 'store'>, incoming: Incoming): Promise<boolean> {
  if (!asksToForget(incoming)) return false;
  if (incoming.addressed || incoming.opens) return true;
  return (await store.load(incoming.conversation))?.person === incoming.person;
}

/** Deletes all that is kept of a person and says so, once; that message is not kept either. Rejects when the database does. */
export async function forgetPerson(
  world: World,
  { id, conversation, person, address, language }: Incoming,
): Promise<void> {
  const deleted = await world.store.forget(person);
  world.recent.forget(person);
  world.log.info({ conversation, delivery: digest(id), deleted }, 'person forgotten');
  const said = notice(wordsIn(language).text('turns:forgotten'));
  await world.adapters[channelOf(conversation)]?.post(
    { conversation, address, language },
    digest(conversation, id),
    said,
  );
}
