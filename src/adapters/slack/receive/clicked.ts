import type { MessageRef } from '../../../bot/ports.ts';
import { type Address, addressOf, conversationIn, personOf, writeAddress } from '../address.ts';
import { readBlockId, readValue } from '../render/buttons.ts';
import type { Heard } from './heard.ts';
import type { ClickPayload } from './payloads.ts';

/** Returns the address of the conversation that a button belongs to, or undefined if its block is not one of the bot's, or names another place than its message is in. */
export function blockPlace({ container, actions }: ClickPayload): Address | undefined {
  const address = addressOf(readBlockId(actions[0]?.block_id ?? ''));
  if (address === undefined || address.channel !== container.channel_id) return undefined;
  return (container.thread_ts ?? address.thread) === address.thread ? address : undefined;
}

/** Parses a click on a button or a menu under a message in a workspace. Returns undefined if its conversation cannot be determined. */
export function clicked(payload: ClickPayload, team: string): Heard | undefined {
  const { user, container, actions } = payload;
  const [action] = actions;
  const address = blockPlace(payload);
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
