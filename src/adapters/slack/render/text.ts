const references = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/** Returns the text of a message as people see it: with Slack's references and escapes decoded, and without mentions of the bot. https://docs.slack.dev/messaging/formatting-message-text */
export const plainText = (text: string, bot: string): string =>
  text
    .replace(references, (_, kind: string, id: string, label: string | undefined) => {
      if (kind === '@') return id === bot ? ' ' : `@${label ?? id}`;
      if (kind === '#') return `#${label ?? id}`;
      if (kind === '!') return label ?? '';
      return label ?? id.replace(/^(mailto|tel):/, '');
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();

/** Returns the mention of a person, as people write it and as the bot shows it. */
export const mentionOf = (user: string): string => `<@${user}>`;
/** Splits a text at mentions: every second part is the id of a person. */
export const splitAtMentions = (text: string): readonly string[] => text.split(/<@([A-Z0-9]{2,32})>/);
/** Returns the ids of the people who are mentioned beside the bot, each once, at most ten. */
export const mentionedIn = (text: string, bot: string): readonly string[] => {
  const ids = [...text.matchAll(/<@([A-Z0-9]{2,32})(?:\|[^<>]*)?>/g)].map(([, id = '']) => id);
  return [...new Set(ids)].filter((id) => id !== bot).slice(0, 10);
};

/** Returns true if the bot is mentioned. */
export const mentions = (text: string, bot: string): boolean =>
  text.includes(`<@${bot}>`) || text.includes(`<@${bot}|`);

/** Escapes a text for Slack's mrkdwn, which then shows it unchanged: no mention, link or command can hide in it. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Truncates a text to a maximum number of characters (UTF-16 code units, as Slack counts), with a mark where it was cut; never in the middle of a character. */
export function cut(text: string, most: number, mark: string): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - mark.length);
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}${mark}`;
}

/** Returns a label as Slack's plain_text, truncated to a maximum number of characters. */
export const label = (text: string, most: number) => ({
  type: 'plain_text' as const,
  text: cut(text, most, '…'),
  emoji: false,
});
