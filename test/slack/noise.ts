import type { Noise } from '../conformance/driver.ts';

/** An event that the bot must leave alone, made from a message that it would answer; `self`: the bot's own user. */
export function noiseOf<Message extends { readonly channel: string; readonly ts: string; readonly text: string }>(
  kind: Noise,
  message: Message,
  self: string,
): object {
  switch (kind) {
    case 'own':
      return { ...message, user: self, bot_id: 'B000000009' };
    case 'other-bot':
      return { ...message, user: 'U0ROBOT001', bot_id: 'B0OTHER001', text: `<@${self}> ${message.text}` };
    case 'edited':
      return {
        type: 'message',
        subtype: 'message_changed',
        channel: message.channel,
        channel_type: 'channel',
        hidden: true,
        ts: message.ts,
        message,
        previous_message: message,
      };
    case 'joined':
      return { ...message, subtype: 'channel_join' };
  }
}
