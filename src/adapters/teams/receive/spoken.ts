import type { Activity } from './activity.ts';

/** Maximum number of mentions of the bot that are removed from a text; no message has more. */
const most = 20;

/** Returns the text of a message without the mentions of the bot, and `addressed`, which is true if the bot was mentioned. The names of other people stay. */
export function spoken({ text, entities, recipient }: Pick<Activity, 'text' | 'entities' | 'recipient'>): {
  text: string;
  addressed: boolean;
} {
  const mentions = entities.filter(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id);
  const names = new Set(mentions.slice(0, most).flatMap(({ text: name }) => name || []));
  const without = [...names].reduce((rest, name) => rest.replaceAll(name, ' '), text);
  const words = without
    .replace(/<at[^<>]*>([^<>]*)<\/at>/gi, (_, name: string) =>
      mentions.length > 0 && same(name, recipient.name) ? ' ' : name,
    )
    .replaceAll('\u00a0', ' ')
    .trim();
  return { text: words, addressed: mentions.length > 0 };
}

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
