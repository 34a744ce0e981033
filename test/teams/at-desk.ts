import type { Chat } from './chat.ts';
import { partsOf } from './check.ts';
import { activity, idOf, type Place, pathOf, press, written } from './people.ts';
import { shownIn } from './screen.ts';
import type { Service } from './service.ts';

/** The channel of the people who help. */
export const channel = '19:desk@thread.tacv2';

/** A way to answer the person of a ticket, as it is drawn. */
export interface Offered {
  readonly title: string;
  readonly field: Readonly<Record<string, unknown>>;
  readonly button: Readonly<Record<string, unknown>>;
  /** The card that it opens. */
  readonly inner: unknown;
}

/** What a card offers to the desk; undefined: no answer can be written on it. */
export function offeredIn(activity: object): Offered | undefined {
  const opener = partsOf(activity).find(
    (part) => part['type'] === 'Action.ShowCard' && JSON.stringify(part).includes('"reply"'),
  );
  if (opener === undefined) return undefined;
  const inner = partsOf(opener['card']);
  const of = (type: string) => inner.find((part) => part['type'] === type) ?? {};
  return {
    title: String(opener['title']),
    field: of('Input.Text'),
    button: of('Action.Execute'),
    inner: opener['card'],
  };
}

/** The threads of the desk's channel, oldest first: where each is, its ticket, and what was posted under it. */
export const threadsAt = ({ url, conversations, held }: Service) =>
  conversations
    .filter((id) => id.startsWith(channel))
    .map((conversation) => {
      const place: Place = { service: url, tenant: 'one', conversation, kind: 'channel' };
      const messages = held(pathOf(place));
      const [ticket, ...notes] = messages.map(({ versions }) => versions.at(-1) ?? {});
      return { place, ticket: ticket ?? {}, id: messages[0]?.id ?? '', notes: notes.map(shownIn) };
    });

/** Somebody with a PC of their company whose case is handed over to the desk. */
export async function handOver(chat: Chat, service: Service, place: Place): Promise<void> {
  await chat.deliver(activity(place, 'asker', written('会社のPCです。担当者に相談したいです')));
  await chat.idle(idOf(place));
  const form = service.held(pathOf(place)).at(-1);
  const submit = shownIn(form?.versions.at(-1) ?? {}).buttons.find(({ data }) => 'form' in data);
  await chat.deliver(activity(place, 'asker', press(form?.id ?? '', submit?.data ?? {})));
  await chat.idle(idOf(place));
}

/** The newest ticket in a group chat, as it is shown now. */
export function ticketAt({ held }: Service, place: Place) {
  const ticket = held(pathOf(place)).findLast(({ versions }) => offeredIn(versions.at(-1) ?? {}) !== undefined);
  const drawn = ticket?.versions.at(-1) ?? {};
  return { id: ticket?.id ?? '', drawn, ...shownIn(drawn) };
}
