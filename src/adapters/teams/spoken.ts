import type { Activity } from './activity.ts';

/** What a person wrote, without the mentions of the bot, and whether it was mentioned. The names of others stay. */
export function spoken({ text, entities, recipient }: Activity): { text: string; addressed: boolean } {
  const mentions = entities.filter(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id);
  const without = mentions.reduce((rest, { text: mention }) => (mention ? rest.replaceAll(mention, ' ') : rest), text);
  const words = without
    .replace(/<at[^<>]*>([^<>]*)<\/at>/gi, (_, name: string) =>
      mentions.length > 0 && same(name, recipient.name) ? ' ' : name,
    )
    .replaceAll('\u00a0', ' ')
    .trim();
  return { text: words, addressed: mentions.length > 0 };
}

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
