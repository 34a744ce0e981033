import { alone, type MessageRef } from '../../../bot/ports.ts';
import { type Address, caseOf, homeIn, personOf, writeAddress } from '../address.ts';
import { readBlockId, readValue } from '../render/buttons.ts';
import { mentionOf } from '../render/text.ts';
import type { Heard } from './heard.ts';
import type { ClickPayload } from './payloads.ts';

/** Returns the conversation that a button belongs to, with its address, or undefined if its block is not one of the bot's, or names another place than its message is in. */
export function blockCase({ container, actions }: ClickPayload): ReturnType<typeof caseOf> {
  const named = caseOf(readBlockId(actions[0]?.block_id ?? ''));
  if (named === undefined || named.address.channel !== container.channel_id) return undefined;
  return (container.thread_ts ?? named.address.thread) === named.address.thread ? named : undefined;
}
/** Returns the address of the conversation that a button belongs to, or undefined as `blockCase` does. */
export const blockPlace = (payload: ClickPayload): Address | undefined => blockCase(payload)?.address;

/** Parses a click on a button or a menu under a message in a workspace. Returns undefined if its conversation cannot be determined. */
export function clicked(payload: ClickPayload, team: string): Heard | undefined {
  const { user, container, actions } = payload;
  const [action] = actions;
  const named = blockCase(payload);
  if (action === undefined || named?.address.team !== team) return undefined;
  const value = action.selected_option?.value ?? action.value ?? '';
  return {
    id: `click:${container.message_ts}:${user.id}:${action.action_ts}`,
    conversation: named.conversation,
    person: personOf(homeIn(team, user.team_id), user.id),
    address: writeAddress(named.address),
    opens: true,
    addressed: true,
    company: { ...alone, shown: mentionOf(user.id) },
    on: (container.message_ts ?? null) as MessageRef | null,
    input: { type: 'choice', ...readValue(value) },
  };
}
