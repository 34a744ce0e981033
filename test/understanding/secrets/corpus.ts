import ordinaryTexts from './ordinary.json' with { type: 'json' };
import spellings from './secrets.json' with { type: 'json' };

/** A secret as a person may spell it, and where it comes in. */
export interface Spelling {
  readonly door: 'text' | 'form' | 'command' | 'shortcut' | 'desk';
  readonly kind: 'product-key' | 'installation-id' | 'confirmation-id';
  /** What is written: the fields of a form, elsewhere one text. */
  readonly texts: readonly string[];
  /** Its groups as they can be found in a text that kept them. */
  readonly secret: readonly string[];
}

const all = spellings as readonly Spelling[];
/** The secrets that come in by a door. */
export const through = (door: Spelling['door']): readonly Spelling[] => all.filter((one) => one.door === door);
/** Secrets in all spellings. */
export const secrets = all;
/** Texts as people write them to support, with numbers of all kinds, and no secret in it. */
export const ordinary: readonly string[] = ordinaryTexts;

/** The one text of a spelling that is no form. */
export const textOf = ({ texts }: Spelling): string => texts.join('\n');

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

/** The spellings of which something is still in what was kept, written or said, in any text of it; short groups are found one after another. */
export function leaksIn(kept: unknown, spelled: readonly Spelling[]): readonly string[] {
  const left = [...new Set(textsIn(kept).map(bare))].join('\n');
  return spelled.filter(({ secret }) => runsOf(secret).some((run) => left.includes(run))).map(textOf);
}

/** Names that the bot makes: UUIDs and digests. */
const made = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|^(?=.*[a-z])(?:[\w-]{10}|[\w-]{22})$/g;

/** All texts in a value, also those in JSON, but names that the bot makes, and numbers, such as times. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => [key, ...textsIn(one)]);
  if (typeof value !== 'string') return [];
  try {
    return value.startsWith('{') ? textsIn(JSON.parse(value)) : [value.replace(made, '')];
  } catch {
    return [value.replace(made, '')];
  }
}

function runsOf(secret: readonly string[]): readonly string[] {
  const groups = secret.map(bare);
  return groups.every((group) => group.length >= 5) ? groups : [groups.join('')];
}
