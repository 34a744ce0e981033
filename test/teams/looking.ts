import type { Chat } from './chat.ts';
import { idOf, type Place, pathOf } from './people.ts';
import { type Shown, shownIn } from './screen.ts';
import type { Service } from './service.ts';

/** What people see in a place, once the bot has nothing left to do there. */
export async function shownAt(chat: Chat, service: Service, place: Place): Promise<readonly Shown[]> {
  await chat.idle(idOf(place));
  return service.held(pathOf(place)).map(({ versions }) => shownIn(versions.at(-1) ?? {}));
}

/** The newest card in a place, and its id. */
export async function newestAt(chat: Chat, service: Service, place: Place) {
  const card = (await shownAt(chat, service, place)).at(-1);
  const id = service.held(pathOf(place)).at(-1)?.id;
  if (card === undefined || id === undefined) throw new Error('The bot has said nothing');
  return { card, id };
}

/** The choices of a card's buttons. */
export const choices = ({ buttons }: Shown) => buttons.map(({ title, data }) => data['choice'] ?? title);
/** The button of a choice. */
export const pressing = ({ buttons }: Shown, choice: string) =>
  buttons.find(({ title, data }) => data['choice'] === choice || title === choice) ?? { title: '', data: {} };
/** What the button of a choice sends. */
export const dataOf = (card: Shown, choice: string) => pressing(card, choice).data;
