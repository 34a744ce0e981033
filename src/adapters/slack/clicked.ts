import type { MessageRef } from '../../bot/ports.ts';
import { addressOf, personOf, writeAddress } from './address.ts';
import { readBlockId, readValue } from './buttons.ts';
import type { Heard } from './heard.ts';
import type { ClickPayload } from './payloads.ts';

/** Reads a button under a message. Undefined: its block is none of ours, so there is no telling which conversation it belongs to. */
export function clicked({ user, container, actions }: ClickPayload): Heard | undefined {
  const [action] = actions;
  const address = addressOf(readBlockId(action?.block_id ?? ''));
  if (action === undefined || address === undefined || address.channel !== container.channel_id) return undefined;
  const value = action.selected_option?.value ?? action.value ?? '';
  return {
    id: `click:${container.message_ts}:${user.id}:${action.action_ts}`,
    conversation: readBlockId(action.block_id) as Heard['conversation'],
    person: personOf(address.team, user.id),
    address: writeAddress(address),
    opens: true,
    addressed: true,
    on: (container.message_ts ?? null) as MessageRef | null,
    input: { type: 'choice', ...readValue(value) },
  };
}
