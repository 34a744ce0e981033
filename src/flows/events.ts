import type { Facts } from './facts.ts';

/** Whom a conversation can be handed to. */
export const recipients = ['it-admin', 'microsoft', 'seller', 'maker', 'specialist'] as const;
/** One of those whom a conversation can be handed to. */
export type Recipient = (typeof recipients)[number];

/** What a person may ask in passing; answered, then the same question stands again. Words: `answers.json`. */
export const topics = [
  'illegal',
  'scolded',
  'will-it-stop',
  'need-reinstall',
  'may-reinstall',
  'reset-erases',
  'reset-saved',
  'rescue-reset',
  'rescue-now',
  'power-off',
  'files',
  'no-usb',
  'backup',
  'copy-to',
  'copy-what',
  'causes',
  'network-cause',
  'server-cause',
  'organization-cause',
  'hardware-cause',
  'kms',
  'vpn',
  'vpn-connect',
  'activation',
  'phone-activation',
  'it-desk',
  'desk-away',
  'told-desk',
  'edition',
  'product-key',
  'error-code',
  'where-to-look',
  'how-long',
  'cost',
  'diagnosis-cost',
  'recovery-time',
  'specialist-hours',
  'phone-number',
  'recoverable',
  'buy-where',
  'privacy',
  'who-are-you',
  'may-pause',
  'may-fix',
  'may-copy',
  'return',
  'why-asked',
  'firewall',
  'account',
  'not-linked',
  'hurry',
  'upset',
  'problem',
  'virus',
  'malware',
  'scam',
] as const;
/** Something a person may ask in passing. */
export type Topic = (typeof topics)[number];

/** What a person may mean besides telling a fact. */
export const intents = [
  'yes',
  'no',
  'dont-know',
  'done',
  'next',
  'steps',
  'all',
  'stuck',
  'skip',
  'solved',
  'not-solved',
  'tried-all',
  'not-yet',
  'help',
  'repeat',
  'back',
  'restart',
  'cancel',
  'continue',
  'human',
  'bypass',
  'japanese',
  'english',
  'thanks',
  'got-it',
  'greeting',
] as const;
/** One thing that a person may mean. */
export type Intent = (typeof intents)[number];

/** One reading of what a person wrote, when it is not sure: a fact or an intent that they may confirm with a button. */
export type Reading = { readonly facts: Facts } | { readonly intent: Intent } | { readonly topic: Topic };
