/** The bot as Teams knows it. */
export const bot = { id: '28:ninsho-navi', name: '認証ナビ' };
/** Two organisations. */
export const tenants = {
  one: '11111111-1111-4111-8111-111111111111',
  two: '22222222-2222-4222-8222-222222222222',
} as const;
/** One of them. */
export type Tenant = keyof typeof tenants;

let ids = 1_700_000_000_000;
/** An id as Teams makes them. */
export function nextId(): string {
  ids += 1;
  return String(ids);
}

/** Where an activity belongs. */
export interface Place {
  readonly service: string;
  readonly tenant: Tenant;
  readonly conversation: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
}

/** An activity of a person, as Teams sends it. */
export const activity = ({ service, tenant, conversation, kind }: Place, person: string, more: object = {}) => ({
  type: 'message',
  id: nextId(),
  timestamp: new Date().toISOString(),
  channelId: 'msteams',
  serviceUrl: `${service}/${tenant}/`,
  locale: 'ja-JP',
  from: { id: `29:${person}`, name: `${person} さん`, aadObjectId: '33333333-3333-4333-8333-333333333333' },
  recipient: bot,
  conversation: { id: conversation, conversationType: kind, tenantId: tenants[tenant], isGroup: kind !== 'personal' },
  channelData: { tenant: { id: tenants[tenant] } },
  ...more,
});

/** What a person writes: Teams adds the text once more as HTML. */
export const written = (text: string) => ({
  text,
  textFormat: 'plain',
  attachments: [{ contentType: 'text/html', content: `<p>${text}</p>` }],
});

/** What a person writes to the bot among others. */
export const mentioning = (text: string) => ({
  ...written(`<at>${bot.name}</at> ${text}`),
  entities: [
    { type: 'clientInfo', locale: 'ja-JP', platform: 'Web' },
    { type: 'mention', text: `<at>${bot.name}</at>`, mentioned: bot },
  ],
});

/** A pressed button, with what was filled in. */
export const press = (message: string, data: object, filled: object = {}) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: message,
  value: { action: { type: 'Action.Execute', verb: 'press', data: { ...data, ...filled } }, trigger: 'manual' },
});

/** The path of a conversation at the service. */
export const pathOf = ({ tenant, conversation }: Place): string =>
  `/${tenant}/v3/conversations/${encodeURIComponent(conversation)}`;
/** The bot's own id of a conversation; here the personal chat `a:asker` is that of `asker`. */
export const idOf = ({ tenant, conversation, kind }: Place): string =>
  `teams:${tenants[tenant]}:${kind === 'personal' ? conversation.replace('a:', '29:') : conversation}`;
