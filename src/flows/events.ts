import type { Facts } from './facts.ts';

/** All recipients of a handover. */
export const recipients = ['it-admin', 'microsoft', 'seller', 'maker', 'specialist'] as const;
/** A recipient: the person or desk that a conversation is handed to. */
export type Recipient = (typeof recipients)[number];

/** All topics of questions in passing; each is answered, and the prompt stays. Words: `answers.json`. */
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
/** A topic that a person may ask about in passing. */
export type Topic = (typeof topics)[number];

/** All intents that a message may have besides telling a fact. */
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
  'wrong',
  'human',
  'bypass',
  'thanks',
  'got-it',
  'greeting',
] as const;
/** An intent of a message. */
export type Intent = (typeof intents)[number];

/** A possible reading of an ambiguous message: facts, an intent or a topic that the person may confirm with a button. */
export type Reading = { readonly facts: Facts } | { readonly intent: Intent } | { readonly topic: Topic };
