import type { Activity } from './activity.ts';

/** Maximum number of mentions of the bot that are removed from a text; no message has more. */
const most = 20;
/** Maximum number of other people who are mentioned. */
const mostOthers = 10;

/** Returns the text of a message without the mentions of the bot, `addressed`, which is true if the bot was mentioned, and the ids of the other people who were. Their names stay in the text. */
export function spoken({ text, entities, recipient }: Pick<Activity, 'text' | 'entities' | 'recipient'>): {
  text: string;
  addressed: boolean;
  others: readonly string[];
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
  const people = entities.flatMap(({ type, mentioned }) => (type === 'mention' && mentioned ? [mentioned.id] : []));
  const others = [...new Set(people)].filter((id) => id !== recipient.id).slice(0, mostOthers);
  return { text: words, addressed: mentions.length > 0, others };
}

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
