import { createRequire } from 'node:module';

interface Validated {
  readonly validationEvents: readonly { readonly message: string }[];
}
interface Parsed {
  hostConfig: object;
  parse(card: object, context: object): void;
  validateProperties(): Validated;
}
// Its ESM entry cannot be loaded by Node.
const adaptive = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as {
  AdaptiveCard: new () => Parsed;
  HostConfig: new (config: object) => object;
  SerializationContext: new () => { readonly eventCount: number; getEventAt(n: number): { readonly message: string } };
};

/** Teams refuses a message of more than 100 KB, counted as UTF-16; this leaves room for what Teams adds. */
const budget = 80_000;
/** Teams shows so many buttons of a row. */
const most = 6;
/** What version 1.5 has and Teams draws everywhere. */
const drawn = [
  'AdaptiveCard',
  'TextBlock',
  'RichTextBlock',
  'TextRun',
  'Container',
  'ColumnSet',
  'Column',
  'FactSet',
  'ActionSet',
  'Input.Text',
  'Input.ChoiceSet',
  'Input.Time',
  'Action.Execute',
  'Action.Submit',
  'Action.ShowCard',
  'Action.ToggleVisibility',
  'Action.OpenUrl',
  'mention',
];

/** What is wrong with an activity that holds a card: unknown parts, missing labels, no fallback, too large. */
export function faultsIn(activity: object): readonly string[] {
  const { attachments = [] } = activity as { attachments?: readonly Attached[] };
  const pictures = attachments.filter(({ contentType }) => contentType.startsWith('image/'));
  const cards = attachments.filter((one) => !pictures.includes(one));
  // Pictures do not count.
  const size = JSON.stringify({ ...activity, attachments: cards }).length * 2;
  return [
    ...(size > budget ? [`${size} bytes`] : []),
    ...cards.flatMap(({ content }) => faultsOf(content)),
    ...pictures.filter((one) => !isShown(one)).map(({ contentType }) => `a picture that is not shown: ${contentType}`),
  ];
}

interface Attached {
  readonly contentType: string;
  readonly content: object;
  readonly contentUrl?: string;
}

/** Pictures of at most 1 MB: https://learn.microsoft.com/microsoftteams/platform/resources/bot-v3/bots-message-format#picture-messages */
const isShown = ({ contentType, contentUrl = '' }: Attached): boolean =>
  /^image\/(?:png|jpeg|gif)$/.test(contentType) &&
  contentUrl.startsWith(`data:${contentType};base64,`) &&
  contentUrl.length <= 1_400_000;

function faultsOf(content: object): readonly string[] {
  const card = new adaptive.AdaptiveCard();
  card.hostConfig = new adaptive.HostConfig({ actions: { maxActions: most } });
  const context = new adaptive.SerializationContext();
  card.parse(content, context);
  const parsed = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n).message);
  const validated = card.validateProperties().validationEvents.map(({ message }) => message);
  const parts = partsOf(content);
  // A mention is drawn where its text stands.
  const texts = parts.filter(({ type }) => type === 'TextBlock').map(({ text }) => String(text));
  const astray = parts.filter(
    ({ type, text }) => type === 'mention' && !texts.some((one) => one.includes(String(text))),
  );
  return [...parsed, ...validated, ...parts.flatMap(strangeness), ...astray.map(() => 'a mention without its text')];
}

type Part = Readonly<Record<string, unknown>>;

/** Every element and action of a card, however deep. */
export const partsOf = (value: unknown): readonly Part[] =>
  typeof value !== 'object' || value === null
    ? []
    : [
        ...('type' in value && typeof value.type === 'string' ? [value as Part] : []),
        ...Object.entries(value).flatMap(([key, inner]) => (key === 'data' ? [] : partsOf(inner))),
      ];

function strangeness(part: Part): readonly string[] {
  const { type, fallback, actions } = part;
  if (!drawn.includes(String(type))) return [`${type} is not drawn everywhere`];
  if (type === 'Action.Execute' && (fallback as Part | undefined)?.['type'] !== 'Action.Submit')
    return ['Action.Execute without its fallback'];
  const first = (actions as readonly Part[] | undefined)?.filter(({ mode }) => mode !== 'secondary') ?? [];
  return first.length > most ? [`${first.length} buttons in a row`] : [];
}
