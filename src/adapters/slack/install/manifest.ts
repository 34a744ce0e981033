import { type TextKey, type Words, wordsIn } from '../../../bot/i18n.ts';
import { languages, nameIn } from '../../../bot/languages.ts';
import type { Language } from '../../../bot/types.ts';

/** The OAuth scopes that the bot requests, its permissions in a workspace: https://docs.slack.dev/reference/scopes */
export const scopes = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'reactions:write',
  'usergroups:read',
  'users:read',
  'users:read.email',
] as const;

/** The events that the bot subscribes to: https://docs.slack.dev/reference/events */
export const events = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
  'tokens_revoked',
] as const;

/** The id of the workflow step that begins a case. */
export const startCase = 'start_case';
/** The event that a workflow has come to that step. */
export const stepEvents = ['function_executed'] as const;

/** What the manifest is printed for. */
export interface Offer {
  /** The bot's public URL; undefined selects Socket Mode. */
  readonly url: string | undefined;
  /** True if workflows get a step of the bot. Slack has those on paid plans only, and such an app cannot be distributed publicly: https://docs.slack.dev/tools/bolt-js/tutorials/custom-steps#distribution */
  readonly step: boolean;
  /** The language of its names and descriptions. People are spoken to in their own. */
  readonly language: Language;
}

/** Returns the manifest of the app: https://docs.slack.dev/reference/app-manifest */
export function manifest({ url, step, language }: Offer) {
  const words = wordsIn(language);
  const say = (key: Extract<TextKey, `slack:manifest.${string}`> extends `slack:manifest.${infer Key}` ? Key : never) =>
    words.text(`slack:manifest.${key}`);
  const spoken = languages
    .map((one) => nameIn(language, one))
    .reduce((all, one) => words.text('slack:manifest.and', { languages: all, language: one }));
  const endpoint = url === undefined ? {} : { url: new URL('/slack/events', url).href };
  const request = url === undefined ? {} : { request_url: new URL('/slack/events', url).href };
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: say('name'),
      description: say('description'),
      long_description: words.text('slack:manifest.long', { languages: spoken }),
      background_color: '#0a3d91',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: say('name'), always_online: true },
      agent_view: {
        agent_description: say('agent'),
        suggested_prompts: (['start', 'code', 'work', 'human'] as const).map((id) => ({
          title: words.text(`slack:prompts.${id}.title`),
          message: words.text(`slack:prompts.${id}.message`),
        })),
      },
      shortcuts: [
        { name: say('consult'), type: 'message', callback_id: 'consult', description: say('consult-description') },
        { name: say('begin'), type: 'global', callback_id: 'begin', description: say('begin-description') },
      ],
      slash_commands: [
        {
          command: '/activation',
          ...endpoint,
          description: say('command-description'),
          usage_hint: say('command-hint'),
          should_escape: false,
        },
      ],
    },
    oauth_config: {
      ...(url !== undefined && { redirect_urls: [new URL('/slack/oauth_redirect', url).href] }),
      scopes: { bot: [...scopes] },
    },
    settings: {
      event_subscriptions: { ...request, bot_events: [...events, ...(step ? stepEvents : [])] },
      interactivity: { is_enabled: true, ...request },
      // For an organisation, and for every app with a step; a workspace of its own sees no difference.
      org_deploy_enabled: true,
      ...(step && { function_runtime: 'remote' }),
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
    ...(step && { functions: { [startCase]: stepIn(words) } }),
  };
}

/** Returns the workflow step that begins a case, with what it takes and gives. */
function stepIn(words: Words) {
  const named = (name: 'user' | 'text' | 'channel' | 'link') => ({
    title: words.text(`slack:manifest.step.${name}.title`),
    description: words.text(`slack:manifest.step.${name}.description`),
  });
  return {
    title: words.text('slack:manifest.step.title'),
    description: words.text('slack:manifest.step.description'),
    input_parameters: {
      properties: {
        user_id: { type: 'slack#/types/user_id', ...named('user') },
        text: { type: 'string', ...named('text') },
        channel_id: { type: 'slack#/types/channel_id', ...named('channel') },
      },
      required: ['user_id'],
    },
    output_parameters: {
      properties: { case_link: { type: 'string', ...named('link') } },
      required: ['case_link'],
    },
  };
}
