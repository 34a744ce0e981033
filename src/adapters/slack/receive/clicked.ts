import type { MessageRef } from '../../../bot/ports.ts';
import { type Address, addressOf, conversationIn, personOf, writeAddress } from '../address.ts';
import { readBlockId, readValue } from '../render/buttons.ts';
import type { Heard } from './heard.ts';
import type { ClickPayload } from './payloads.ts';

/** Finds out where the conversation of a button is. Undefined: its block is none of ours, or names another place than its message is in. */
export function placeOf({ container, actions }: ClickPayload): Address | undefined {
  const address = addressOf(readBlockId(actions[0]?.block_id ?? ''));
  if (address === undefined || address.channel !== container.channel_id) return undefined;
  return (container.thread_ts ?? address.thread) === address.thread ? address : undefined;
}

/** Reads a button under a message of a workspace. Undefined: there is no telling which conversation it belongs to. */
export function clicked(payload: ClickPayload, team: string): Heard | undefined {
  const { user, container, actions } = payload;
  const [action] = actions;
  const address = placeOf(payload);
  if (action === undefined || address?.team !== team) return undefined;
  const value = action.selected_option?.value ?? action.value ?? '';
  return {
    id: `click:${container.message_ts}:${user.id}:${action.action_ts}`,
    conversation: conversationIn(address),
    person: personOf(user.team_id ?? team, user.id),
    address: writeAddress(address),
    opens: true,
    addressed: true,
    on: (container.message_ts ?? null) as MessageRef | null,
    input: { type: 'choice', ...readValue(value) },
  };
}
