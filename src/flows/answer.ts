import type { Topic } from './events.ts';
import type { Facts } from './facts.ts';
import { type Effect, has, type ListId, listIds } from './lists.ts';
import { mayBeOrganization, rescueOf } from './route.ts';

/** What is asked while data is to be rescued: of the specialist, and of the PC, which had best be left alone. */
const ofRescue: Partial<Record<Topic, Topic>> = {
  cost: 'diagnosis-cost',
  'how-long': 'recovery-time',
  'phone-number': 'specialist-hours',
  'may-reinstall': 'rescue-reset',
  'need-reinstall': 'rescue-reset',
  'reset-erases': 'rescue-reset',
  'power-off': 'rescue-now',
  'will-it-stop': 'rescue-now',
};
/** What is asked about copies is answered by whether they may be made now. */
const ofCopies: readonly Topic[] = ['copy-to', 'copy-what', 'backup', 'no-usb', 'may-copy'];

/** What is left to the administrator where the PC is, or may be, an organisation's (G3, G4). */
const ofOrganization: Partial<Record<Topic, Topic>> = { 'buy-where': 'may-fix', 'may-pause': 'may-fix' };

/** What is asked where there are copies, or nothing to copy, on a PC that is no organisation's. */
const ofSaved: Partial<Record<Topic, Topic>> = { 'may-reinstall': 'reset-saved' };

/** The effects that may do harm after what was told: where something gained entry, protection stays on; who was led to call does not call. */
const barred: Partial<Record<Topic, readonly Effect[]>> = {
  malware: ['lowers-protection'],
  scam: ['lowers-protection', 'makes-call'],
};

/** Returns the lists that are no longer given after what was asked or told in passing. */
export const barredBy = (topic: Topic): readonly ListId[] =>
  listIds.filter((id) => barred[topic]?.some((effect) => has(id, effect)));

/** The answer that a question in passing gets as things stand. */
export function answerTo(topic: Topic, facts: Facts): Topic {
  const rescue = rescueOf(facts);
  if (rescue === undefined) return answerBy(topic, facts);
  if (ofCopies.includes(topic)) return rescue === 'lost' ? 'rescue-now' : 'may-copy';
  return ofRescue[topic] ?? answerBy(topic, facts);
}

function answerBy(topic: Topic, facts: Facts): Topic {
  if (mayBeOrganization(facts)) return ofOrganization[topic] ?? topic;
  const saved = facts.data === 'backed-up' || facts.data === 'none';
  return (saved ? ofSaved[topic] : undefined) ?? topic;
}
